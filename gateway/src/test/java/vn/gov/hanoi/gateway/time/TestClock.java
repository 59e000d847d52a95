package vn.gov.hanoi.gateway.time;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The clock of the gateway under test: right, until a test moves it on or stops it. */
@Alternative
@Priority(1)
@Singleton
public class TestClock extends Clock {
    private static volatile Duration ahead = Duration.ZERO;
    private static volatile @Nullable Instant stoppedAt;

    public static void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** From now on only {@link #advance} moves it, so that a slow machine changes nothing. */
    public static void stop() {
        stoppedAt = Instant.now();
    }

    public static void reset() {
        ahead = Duration.ZERO;
        stoppedAt = null;
    }

    @Override
    public Instant instant() {
        var stopped = stoppedAt;
        return (stopped == null ? Instant.now() : stopped).plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
