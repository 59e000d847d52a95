package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.SheetApi.OwnStep;
import vn.gov.hanoi.evaluation.monthly.SheetApi.SubmitData;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Details;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Kind;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Act;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Hands in the own plan (đăng ký nhiệm vụ) or the own score (tự chấm điểm). */
@ApplicationScoped
class SubmitSheet {
    private final SheetDesk desk;
    private final SheetJournal journal;

    SubmitSheet(SheetDesk desk, SheetJournal journal) {
        this.desk = desk;
        this.journal = journal;
    }

    /**
     * Refusals: those of {@link SheetDesk#hold}, for the own score also those of {@link GivenWork#content} and evaluation.marks-missing;
     * text.control-character.
     */
    @Transactional
    Answer submit(UUID id, @Nullable String ifMatch, SubmitData data, Caller caller) {
        boolean plan = data.step() == OwnStep.PLAN;
        var act = plan ? Act.SUBMIT_PLAN : Act.SUBMIT_SELF;
        var at = desk.hold(id, ifMatch, act, caller);
        var texts = new HashMap<String, @Nullable String>(Map.of());
        texts.put("/data/comment", data.comment());
        GivenWork.check(texts);
        var kept = GivenWork.texts("/data/evidence/", data.evidence());
        Content left = at.sheet().content();
        if (data.work() != null) {
            left = GivenWork.content(at, data.work(), false);
        }
        if (!plan) {
            Refused.ifAny(data.work() == null ? at.missing(Content.NONE) : at.missing(left));
        }
        var details = Details.of(GivenWork.text(data.comment())).evidence(kept);
        var step = new SheetJournal.Step(act, plan ? Kind.PLAN : Kind.SELF, data.work() == null ? null : left, details);
        return journal.keep(at, at.sheet().at(act.result(), left), step, caller);
    }
}
