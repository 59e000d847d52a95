package vn.gov.hanoi.evaluation.exports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes old files, a portion at a time. */
@ApplicationScoped
class ExportRetention {
    private final ExportRepository exports;
    private final ExportConfig config;

    ExportRetention(ExportRepository exports, ExportConfig config) {
        this.exports = exports;
        this.config = config;
    }

    @Scheduled(every = "10m", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remove() {
        while (QuarkusTransaction.requiringNew().call(() -> exports.removeFiles(config.kept())) > 0) {
            // The next portion.
        }
    }
}
