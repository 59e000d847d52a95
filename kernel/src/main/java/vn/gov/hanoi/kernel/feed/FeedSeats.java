package vn.gov.hanoi.kernel.feed;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** Counts who waits and who has a stream open in this process, so that neither one caller nor all together exhaust it. */
@ApplicationScoped
class FeedSeats {
    private final FeedConfig config;
    private final Map<String, Integer> perCaller = new HashMap<>();
    private final Map<Kind, Integer> taken = new HashMap<>();

    enum Kind {
        WAITING,
        STREAM
    }

    FeedSeats(FeedConfig config, MeterRegistry meters) {
        this.config = config;
        for (var kind : Kind.values()) {
            meters.gauge("feed_seats", java.util.List.of(tag(kind)), this, seats -> seats.count(kind));
        }
    }

    private static io.micrometer.core.instrument.Tag tag(Kind kind) {
        return io.micrometer.core.instrument.Tag.of("kind", kind.name());
    }

    /**
     * Refusals: events.too-many-open (429) of one caller, events.busy (503) of all together.
     *
     * @return gives the seat back; running it again does nothing
     */
    Runnable take(Kind kind, String caller) {
        synchronized (taken) {
            if (perCaller.getOrDefault(caller, 0) >= config.perCaller()) {
                throw new Refused(Refusal.of(KernelProblem.TOO_MANY_OPEN, "most", config.perCaller()));
            }
            int most = kind == Kind.STREAM ? config.streams() : config.waiters();
            if (count(kind) >= most) {
                throw new Refused(KernelProblem.FEED_BUSY);
            }
            perCaller.merge(caller, 1, Math::addExact);
            taken.merge(kind, 1, Math::addExact);
        }
        var once = new AtomicBoolean();
        return () -> {
            if (!once.getAndSet(true)) {
                giveBack(kind, caller);
            }
        };
    }

    private void giveBack(Kind kind, String caller) {
        synchronized (taken) {
            perCaller.computeIfPresent(caller, (_, open) -> open == 1 ? null : open - 1);
            taken.computeIfPresent(kind, (_, open) -> open - 1);
        }
    }

    int count(Kind kind) {
        synchronized (taken) {
            return taken.getOrDefault(kind, 0);
        }
    }
}
