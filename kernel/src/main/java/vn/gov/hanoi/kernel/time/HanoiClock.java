package vn.gov.hanoi.kernel.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** Makes the injected clock. All moments and legal dates of the suite come from it. */
@ApplicationScoped
public class HanoiClock {
    /** Zone of every legal date: UTC+7, no daylight saving. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Produces
    @Singleton
    Clock clock() {
        return system();
    }

    /** The same clock for programs that run without the container. */
    public static Clock system() {
        return Clock.system(ZONE);
    }
}
