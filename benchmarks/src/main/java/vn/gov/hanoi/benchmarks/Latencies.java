package vn.gov.hanoi.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Times of one kind of call, in nanoseconds, in the order of their rounds. */
public final class Latencies {
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final long[] sorted;

    public Latencies(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    public int count() {
        return sorted.length;
    }

    /**
     * The smallest time that so many per cent of the calls did not pass, in milliseconds (nearest rank).
     *
     * @param percent above 0 to 100
     */
    public double millis(double percent) {
        var rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
    }

    /** p50, p95, p99 and the longest, as cells of a table. */
    public String cells() {
        return String.format(Locale.ROOT, "%.2f | %.2f | %.2f | %.2f", millis(50), millis(95), millis(99), millis(100));
    }
}
