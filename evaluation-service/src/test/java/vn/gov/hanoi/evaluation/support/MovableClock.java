package vn.gov.hanoi.evaluation.support;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.gov.hanoi.kernel.time.HanoiClock;

/** The clock of the service in tests: that of the machine, unless a test moves it on. Whoever does so moves it back. */
@Mock
@Singleton
public class MovableClock extends Clock {
    private final Clock machine = Clock.system(HanoiClock.ZONE);
    private volatile Duration ahead = Duration.ZERO;

    /** From now on it is the first second of this day, and time goes on. */
    public void moveTo(LocalDate day) {
        ahead = Duration.between(
                machine.instant(), day.atStartOfDay(HanoiClock.ZONE).toInstant());
    }

    public void moveBack() {
        ahead = Duration.ZERO;
    }

    public LocalDate today() {
        return LocalDate.now(this);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }
}
