package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.SheetApi.DecideRequest;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Kind;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Act;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Decides the grade (người đứng đầu quyết định xếp loại). Decisions in one closing go on beside each other; the cap is checked for the whole
 * unit when it is published, and here it is only told how many have the grade.
 */
@ApplicationScoped
class DecideSheet {
    private final SheetDesk desk;
    private final SheetJournal journal;
    private final DecisionDesk decisions;

    DecideSheet(SheetDesk desk, SheetJournal journal, DecisionDesk decisions) {
        this.desk = desk;
        this.journal = journal;
        this.decisions = decisions;
    }

    /** Refusals: those of {@link SheetDesk#hold} and of {@link SheetDecision#of}. */
    @Transactional
    Answer decide(UUID id, @Nullable String ifMatch, DecideRequest request, Caller caller) {
        boolean rated = request.data().notRated() == null
                && request.data().presenceDays().signum() != 0;
        var act = rated ? Act.DECIDE : Act.DECIDE_NOT_RATED;
        var at = desk.hold(id, ifMatch, act, caller);
        var decision = decisions.decide(at, request.data(), request.reason(), request.decision(), caller);
        return journal.keep(
                at,
                at.sheet().decided(decision.content(), decision.result()),
                new SheetJournal.Step(act, Kind.DECISION, decision.content(), decision.details()),
                caller);
    }
}
