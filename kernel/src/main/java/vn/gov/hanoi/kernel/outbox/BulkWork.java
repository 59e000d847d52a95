package vn.gov.hanoi.kernel.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Says that work on many records goes on in this process, such as an import, step after step. */
@ApplicationScoped
public class BulkWork {
    /** A next step within this time belongs to the same work. */
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(500);

    private final AtomicInteger running = new AtomicInteger();
    private volatile long over = System.nanoTime();

    /** Does a step of such work. */
    public <T> T during(Supplier<T> step) {
        running.incrementAndGet();
        try {
            return step.get();
        } finally {
            over = System.nanoTime() + BETWEEN_STEPS.toNanos();
            running.decrementAndGet();
        }
    }

    boolean isRunning() {
        return running.get() > 0 || System.nanoTime() - over < 0;
    }
}
