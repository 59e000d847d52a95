package vn.gov.hanoi.gateway.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gives the clock of the machine, in UTC. */
final class SystemTime {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
