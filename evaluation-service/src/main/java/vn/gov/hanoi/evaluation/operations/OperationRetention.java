package vn.gov.hanoi.evaluation.operations;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets old operations, a portion at a time. */
@ApplicationScoped
class OperationRetention {
    private final OperationRepository operations;

    OperationRetention(OperationRepository operations) {
        this.operations = operations;
    }

    @Scheduled(every = "1h", delayed = "6m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        var _ = operations.forget();
    }
}
