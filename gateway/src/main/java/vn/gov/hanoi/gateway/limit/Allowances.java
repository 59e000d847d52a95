package vn.gov.hanoi.gateway.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Buckets of tokens that fill evenly. A bucket is one number: the time at which it will be full again. A request that
 * needs several buckets takes from all or from none.
 */
final class Allowances {
    /**
     * @param scope user, client or org
     * @param key whose
     * @param quota requests in a window
     */
    record Bucket(String scope, String key, int quota) {}

    /**
     * @param bucket the one that is nearest to its end, or that refuses
     * @param remaining requests that it allows now
     * @param fullMicros until it is full again
     * @param waitMicros until it allows one more; 0 if the request passed
     */
    record Verdict(Bucket bucket, long remaining, long fullMicros, long waitMicros) {
        boolean passes() {
            return waitMicros == 0;
        }
    }

    private static final int MICROS = 1_000_000;
    private static final int NANOS = 1_000;

    private final Clock clock;
    private final long window;
    private final int most;
    private final Map<String, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true);

    Allowances(Clock clock, Duration window, int most) {
        this.clock = clock;
        this.window = window.toNanos() / NANOS;
        this.most = most;
    }

    synchronized Verdict take(List<Bucket> buckets) {
        var instant = clock.instant();
        long now = instant.getEpochSecond() * MICROS + instant.getNano() / NANOS;
        var tightest = verdict(buckets.getFirst(), now);
        for (var bucket : buckets.subList(1, buckets.size())) {
            var verdict = verdict(bucket, now);
            if (isTighter(verdict, tightest)) {
                tightest = verdict;
            }
        }
        if (tightest.passes()) {
            buckets.forEach(bucket -> fullAt.put(bucket.key(), after(bucket, now)));
            while (fullAt.size() > most) {
                fullAt.remove(fullAt.keySet().iterator().next());
            }
        }
        return tightest;
    }

    synchronized int size() {
        return fullAt.size();
    }

    private Verdict verdict(Bucket bucket, long now) {
        long after = after(bucket, now) - now;
        return after > window
                ? new Verdict(bucket, 0, after - step(bucket), after - window)
                : new Verdict(bucket, (window - after) / step(bucket), after, 0);
    }

    /** When the bucket would be full again if this request took from it. */
    private long after(Bucket bucket, long now) {
        long known = fullAt.getOrDefault(bucket.key(), now);
        // Later than a whole window from now it can only be if the clock was set back.
        return (known > now + window ? now : Math.max(known, now)) + step(bucket);
    }

    private long step(Bucket bucket) {
        return Math.max(1, window / bucket.quota());
    }

    private static boolean isTighter(Verdict one, Verdict other) {
        return one.waitMicros() != other.waitMicros()
                ? one.waitMicros() > other.waitMicros()
                : one.remaining() * other.bucket().quota()
                        < other.remaining() * one.bucket().quota();
    }
}
