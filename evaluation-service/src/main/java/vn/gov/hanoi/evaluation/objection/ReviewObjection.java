package vn.gov.hanoi.evaluation.objection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.objection.ObjectionGuard.Act;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.scope.Caller;

/** Takes an objection up (thụ lý kiến nghị), so that the one who objects sees that somebody looks at it. It binds nobody and may be left out. */
@ApplicationScoped
class ReviewObjection {
    private final ObjectionDesk desk;
    private final ObjectionJournal journal;

    ReviewObjection(ObjectionDesk desk, ObjectionJournal journal) {
        this.desk = desk;
        this.journal = journal;
    }

    /** Refusals: those of {@link ObjectionDesk#hold}. */
    @Transactional
    Answer review(UUID id, @Nullable String ifMatch, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.REVIEW, caller);
        return journal.reviewed(held.objection().underReview(), caller);
    }
}
