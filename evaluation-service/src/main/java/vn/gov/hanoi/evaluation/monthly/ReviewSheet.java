package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.SheetApi.ReviewData;
import vn.gov.hanoi.evaluation.monthly.SheetApi.ReviewStep;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Details;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Kind;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Act;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Records the opinion of the collective (tập thể nhận xét) or the score of the direct manager (quản lý trực tiếp chấm điểm). */
@ApplicationScoped
class ReviewSheet {
    private final SheetDesk desk;
    private final SheetEntryRepository entries;
    private final SheetJournal journal;

    ReviewSheet(SheetDesk desk, SheetEntryRepository entries, SheetJournal journal) {
        this.desk = desk;
        this.entries = entries;
        this.journal = journal;
    }

    /**
     * Refusals: those of {@link SheetDesk#hold}; evaluation.minutes-missing for a collective; for a manager those of
     * {@link GivenWork#content}, evaluation.marks-missing, evaluation.reason-missing; text.control-character.
     */
    @Transactional
    Answer review(UUID id, @Nullable String ifMatch, ReviewData data, Caller caller) {
        boolean collective = data.step() == ReviewStep.COLLECTIVE;
        var act = collective ? Act.REVIEW_COLLECTIVE : Act.REVIEW_MANAGER;
        var at = desk.hold(id, ifMatch, act, caller);
        var reasons = GivenWork.reasons(data.reasons());
        var texts = new HashMap<String, @Nullable String>();
        texts.put("/data/comment", data.comment());
        texts.put("/data/minutes", data.minutes());
        reasons.forEach(reason -> texts.put("/data/reasons/" + reason.criterion(), reason.text()));
        GivenWork.check(texts);
        var details = Details.of(GivenWork.text(data.comment()))
                .minutes(GivenWork.text(data.minutes()))
                .reasons(reasons);
        if (collective) {
            if (details.minutes() == null) {
                throw new Refused(
                        Refusal.of(EvaluationProblem.EVALUATION_MINUTES_MISSING).at("/data/minutes"));
            }
            return journal.keep(
                    at,
                    at.sheet().at(act.result(), at.sheet().content()),
                    new SheetJournal.Step(act, Kind.COLLECTIVE, null, details),
                    caller);
        }
        var left = data.work() == null
                ? Content.NONE.advised(at.sheet().content().advice())
                : GivenWork.content(at, data.work(), false);
        Refused.ifAny(at.missing(left));
        var self = selfScore(at);
        if (!self.isEmpty()) {
            Refused.ifAny(GivenWork.unexplained(self, at.marks(left), reasons));
        }
        return journal.keep(
                at, at.sheet().at(act.result(), left), new SheetJournal.Step(act, Kind.MANAGER, left, details), caller);
    }

    /** The last self-score; empty if there was none. */
    private Map<String, BigDecimal> selfScore(SheetCase at) {
        return entries.of(at.sheet().id()).reversed().stream()
                .filter(entry -> entry.kind() == Kind.SELF && entry.content() != null)
                .findFirst()
                .map(entry -> at.marks(java.util.Objects.requireNonNull(entry.content())))
                .orElse(Map.of());
    }
}
