package vn.gov.hanoi.evaluation.objection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.objection.Objection.Ending;
import vn.gov.hanoi.evaluation.objection.ObjectionGuard.Act;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.scope.Caller;

/** Takes an objection back (rút kiến nghị); only the one who objects does that. */
@ApplicationScoped
class WithdrawObjection {
    private final ObjectionDesk desk;
    private final ObjectionJournal journal;
    private final Clock clock;

    WithdrawObjection(ObjectionDesk desk, ObjectionJournal journal, Clock clock) {
        this.desk = desk;
        this.journal = journal;
        this.clock = clock;
    }

    /** Refusals: those of {@link ObjectionDesk#hold}. */
    @Transactional
    Answer withdraw(UUID id, @Nullable String ifMatch, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.WITHDRAW, caller);
        var ending = new Ending(
                caller.subject(),
                held.party().officerId(),
                null,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                null);
        return journal.withdrawn(held.objection().ended(ObjectionState.WITHDRAWN, ending), caller);
    }
}
