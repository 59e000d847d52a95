package vn.gov.hanoi.evaluation.operations;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;

/** All workers of this process, one for each kind of {@link Work}. */
@ApplicationScoped
public class OperationWorkers {
    private final List<OperationWorker> workers;
    private final OperationConfig config;

    OperationWorkers(@All List<Work> works, OperationConfig config) {
        this.workers = works.stream()
                .map(work -> new OperationWorker(work, config.pollInterval()))
                .toList();
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.enabled()) {
            start();
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) OperationQueued queued) {
        workers.forEach(OperationWorker::wake);
    }

    public void start() {
        workers.forEach(OperationWorker::start);
    }

    /** Ends each after the step in hand. */
    public void stop() throws InterruptedException {
        workers.forEach(OperationWorker::end);
        for (var worker : workers) {
            worker.stop();
        }
    }
}
