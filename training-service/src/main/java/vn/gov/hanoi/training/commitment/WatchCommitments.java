package vn.gov.hanoi.training.commitment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.commitment.CommitmentRepository.Breach;
import vn.gov.hanoi.training.commitment.CompensationCase.Source;
import vn.gov.hanoi.training.decree.Trigger;

/**
 * Finds commitments whose officer ended or was dismissed, and proposes cases. What the directory and discipline tell is looked at by the day,
 * not as it arrives: a post that ends in the future breaks nothing today, and an order of events does not matter.
 */
@ApplicationScoped
class WatchCommitments {
    private static final Caller SUITE = Caller.system("commitment-watch");

    private final CommitmentRepository commitments;
    private final OpenCompensation openCompensation;
    private final Clock clock;

    WatchCommitments(CommitmentRepository commitments, OpenCompensation openCompensation, Clock clock) {
        this.commitments = commitments;
        this.openCompensation = openCompensation;
        this.clock = clock;
    }

    /** A second replica that looks at the same time meets the constraint of one open case, and finds nothing the next time. */
    @Transactional
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void watch() {
        for (var breach : commitments.breaches(LocalDate.now(clock))) {
            var trigger = trigger(breach);
            if (breach.commitment().canBreakBy(trigger, breach.on())) {
                openCompensation.propose(breach.commitment(), trigger, breach.on(), Source.DIRECTORY, SUITE);
            }
        }
    }

    private static Trigger trigger(Breach breach) {
        boolean studies = breach.commitment().service() == null;
        if (breach.dismissed()) {
            return studies ? Trigger.DISMISSED_DURING_TRAINING : Trigger.DISMISSED_BEFORE_END;
        }
        return studies ? Trigger.LEFT_DURING_TRAINING : Trigger.LEFT_BEFORE_END;
    }
}
