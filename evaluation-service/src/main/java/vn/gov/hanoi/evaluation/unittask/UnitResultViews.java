package vn.gov.hanoi.evaluation.unittask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.unittask.UnitResult.Act;
import vn.gov.hanoi.evaluation.unittask.UnitResult.Basis;
import vn.gov.hanoi.evaluation.unittask.UnitResult.Ruled;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.RuledView;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.UnitResultSummary;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.UnitResultView;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.ActionView;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/** Shows results of units. */
@ApplicationScoped
class UnitResultViews {
    static final String PATH = "/evaluation/v1/unit-results/";
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final List<String> NEEDS = List.of("reason", "decision", "data");

    private final UnitResultQueries queries;
    private final TaskGuard guard;
    private final ProblemTexts texts;

    UnitResultViews(UnitResultQueries queries, TaskGuard guard, ProblemTexts texts) {
        this.queries = queries;
        this.guard = guard;
        this.texts = texts;
    }

    static UnitResultSummary summary(UnitResult result) {
        return new UnitResultSummary(
                result.id(),
                Etags.of(result.version()),
                result.unitId(),
                result.period().text(),
                result.revision(),
                result.ruling() == null ? null : result.ruling().level());
    }

    UnitResultView full(UnitResult result, Caller viewer) {
        var brief = summary(result);
        var now = queries.basis(result.unitId(), result.period());
        var ruled = result.ruling();
        return new UnitResultView(
                brief.id(),
                brief.etag(),
                brief.unitId(),
                brief.period(),
                brief.revision(),
                brief.level(),
                result.supersedes(),
                result.superseded(),
                now.counts(),
                queries.suggestion(now.counts()).orElse(null),
                now.rules() + " v" + now.rulesVersion(),
                ruled == null ? null : view(ruled),
                ruled != null && !tasksOf(ruled.basis()).equals(now.tasks()),
                List.of(action(Act.DECIDE, result, viewer), action(Act.CORRECT, result, viewer)));
    }

    /** What speaks against an act for somebody: the relation to the unit, then the state. */
    List<Refusal> refusals(Act act, UnitResult result, Caller caller) {
        var refusals = new ArrayList<>(guard.ofSuperior(caller, result.unitId()));
        return refusals.isEmpty() ? result.refusals(act) : refusals;
    }

    private ActionView action(Act act, UnitResult result, Caller viewer) {
        var verb = act == Act.DECIDE ? "decide" : "correct";
        return UnitTaskViews.action(
                verb,
                PATH + result.id() + "/actions/" + verb,
                NEEDS,
                UnitTaskViews.blockers(refusals(act, result, viewer), texts));
    }

    private static RuledView view(Ruled ruled) {
        var basis = basis(ruled.basis());
        return new RuledView(
                ruled.at(),
                basis.day(),
                Objects.requireNonNull(ruled.right().officerId()),
                ruled.right().delegationId(),
                ruled.reason(),
                ruled.decision(),
                ruled.suggested(),
                basis.counts(),
                ruled.digest());
    }

    private static List<UnitResult.Mark> tasksOf(String basis) {
        return basis(basis).tasks();
    }

    static String written(Basis basis) {
        return CanonicalJson.of(basis);
    }

    static Basis basis(String text) {
        try {
            return JSON.readValue(text, Basis.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the basis of a result cannot be read", e);
        }
    }
}
