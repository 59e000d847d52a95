package vn.gov.hanoi.gateway.time;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the gateway under test: right, until a test moves it on. */
@Alternative
@Priority(1)
@Singleton
public class TestClock extends Clock {
    private static volatile Duration ahead = Duration.ZERO;

    public static void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    public static void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
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
