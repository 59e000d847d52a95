package vn.gov.hanoi.evaluation.objection;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.objection.Objection.Ending;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ActionView;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.Blocker;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ObjectionView;
import vn.gov.hanoi.evaluation.objection.ObjectionApi.ResolvedView;
import vn.gov.hanoi.evaluation.objection.ObjectionGuard.Act;
import vn.gov.hanoi.kernel.idempotency.Effect;
import vn.gov.hanoi.kernel.idempotency.Effective;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Shows objections to those who may see them, with what each may do. */
@ApplicationScoped
class ObjectionViews {
    static final String PATH = "/evaluation/v1/objections/";

    private final ObjectionQueries queries;
    private final ProblemTexts texts;

    ObjectionViews(ObjectionQueries queries, ProblemTexts texts) {
        this.queries = queries;
        this.texts = texts;
    }

    /** The answer of an act that changed other records too. */
    record Effected(ObjectionView view, List<Effect> effects) implements Effective {
        @JsonValue
        ObjectionView shown() {
            return view;
        }
    }

    ObjectionView full(ObjectionGuard seen) {
        var objection = seen.objection();
        var summary = queries.summary(objection.id());
        return new ObjectionView(
                summary.id(),
                summary.etag(),
                summary.about(),
                summary.period(),
                summary.officer(),
                summary.unit(),
                summary.state(),
                objection.said().grounds(),
                objection.said().evidence(),
                summary.receivedAt(),
                objection.deadlines().fileUntil(),
                summary.dueOn(),
                objection.isOverdue(queries.today()),
                summary.endedAt(),
                resolution(objection.ending()),
                Stream.of(Act.values()).map(act -> action(seen, act)).toList());
    }

    private static @Nullable ResolvedView resolution(@Nullable Ending ending) {
        return ending == null || ending.reason() == null
                ? null
                : new ResolvedView(
                        ending.officerId(),
                        ending.delegationId(),
                        Objects.requireNonNull(ending.reason()),
                        ending.decision(),
                        ending.resultId());
    }

    private ActionView action(ObjectionGuard seen, Act act) {
        var blocked = seen.refusals(act).stream().map(this::blocker).toList();
        return new ActionView(
                act.verb(),
                PATH + seen.objection().id() + "/actions/" + act.verb(),
                blocked.isEmpty(),
                act == Act.RESOLVE ? List.of("reason", "outcome") : List.of(),
                blocked);
    }

    private Blocker blocker(Refusal refusal) {
        return new Blocker(
                refusal.code().code(), refusal.args(), texts.detail(refusal.code(), refusal.args(), Locale.of("vi")));
    }
}
