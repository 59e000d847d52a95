package vn.gov.hanoi.evaluation.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.DatabaseFaults;

/** The thread that applies imports: at once after one was accepted, and on start whatever an earlier process left. */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOGGER = Logger.getLogger(ImportWorker.class);
    private static final int MOST_FAILURES = 5;

    private final Semaphore wake = new Semaphore(0);
    private final ImportRun run;
    private final ImportConfig config;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    ImportWorker(ImportRun run, ImportConfig config) {
        this.run = run;
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

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportAccepted accepted) {
        wake.release();
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("import-worker").start(this::work);
    }

    /** Ends after the step in hand. */
    void stop() throws InterruptedException {
        running = false;
        wake.release();
        var working = thread;
        if (working != null) {
            working.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    private void work() {
        int failures = 0;
        try {
            while (running) {
                failures = step(failures);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return failures in a row that are not the database's absence */
    private int step(int failures) throws InterruptedException {
        try {
            if (run.step(() -> running) != ImportRun.Step.WORKED) {
                rest();
            }
            return 0;
        } catch (RuntimeException e) {
            boolean away = DatabaseFaults.isUnavailable(e);
            if (away || !running) {
                LOGGER.warnf("import waits: %s", e.getClass().getSimpleName());
            } else {
                LOGGER.errorf(e, "import step failed, attempt=%d of %d", failures + 1, MOST_FAILURES);
            }
            int failed = away || !running ? failures : failures + 1;
            if (failed == MOST_FAILURES) {
                giveUp();
                failed = 0;
            }
            rest();
            return failed;
        }
    }

    /** At once, so that it ends the import that failed and none that came since. If it fails too, counting begins again. */
    private void giveUp() {
        try {
            run.giveUp();
        } catch (RuntimeException e) {
            LOGGER.errorf(e, "import cannot be ended");
        }
    }

    private void rest() throws InterruptedException {
        boolean _ = wake.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        wake.drainPermits();
    }
}
