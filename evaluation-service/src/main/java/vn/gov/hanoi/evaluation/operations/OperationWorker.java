package vn.gov.hanoi.evaluation.operations;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.DatabaseFaults;

/** The thread of one kind of work: at once after something was queued, and on start whatever an earlier process left. */
public final class OperationWorker {
    private static final Logger LOGGER = Logger.getLogger(OperationWorker.class);
    private static final int MOST_FAILURES = 5;

    private final Semaphore wake = new Semaphore(0);
    private final Work work;
    private final Duration pollInterval;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    public OperationWorker(Work work, Duration pollInterval) {
        this.work = work;
        this.pollInterval = pollInterval;
    }

    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(work.name() + "-worker").start(this::run);
    }

    void wake() {
        wake.release();
    }

    /** Asks the step in hand to be the last. */
    void end() {
        running = false;
        wake.release();
    }

    /** Ends after the step in hand. */
    public void stop() throws InterruptedException {
        end();
        var working = thread;
        if (working != null) {
            working.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    private void run() {
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
            if (work.step(() -> running) != Work.Step.WORKED) {
                rest();
            }
            return 0;
        } catch (RuntimeException e) {
            boolean away = DatabaseFaults.isUnavailable(e);
            if (away || !running) {
                LOGGER.warnf("%s waits: %s", work.name(), e.getClass().getSimpleName());
            } else {
                LOGGER.errorf(e, "%s step failed, attempt=%d of %d", work.name(), failures + 1, MOST_FAILURES);
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

    /** At once, so that it ends the operation that failed and none that came since. If it fails too, counting begins again. */
    private void giveUp() {
        try {
            work.giveUp();
        } catch (RuntimeException e) {
            LOGGER.errorf(e, "%s cannot be ended", work.name());
        }
    }

    private void rest() throws InterruptedException {
        boolean _ = wake.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS);
        wake.drainPermits();
    }
}
