package vn.gov.hanoi.kernel.feed;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the end of the log for all who wait, with one small query at a time, and wakes those for whom something may have come: too many
 * rather than too few, what they really see is decided when they read. Works the same in replicas whose relay stands by.
 */
@ApplicationScoped
class FeedTail {
    private static final Logger LOGGER = Logger.getLogger(FeedTail.class);
    private static final int MOST_ROWS = 2_000;
    /** Readings for those who were woken; more would only take connections from the others. */
    private static final int READERS = 2;

    private final FeedQueries queries;
    private final FeedConfig config;
    private final ScheduledExecutorService readers = Executors.newScheduledThreadPool(
            READERS + 1, Thread.ofPlatform().daemon().name("feed-", 0).factory());
    private final Set<Waiter> waiters = new HashSet<>();
    private long seen;
    private volatile boolean ending;

    FeedTail(FeedQueries queries, FeedConfig config) {
        this.queries = queries;
        this.config = config;
    }

    private record Waiter(FeedViewer viewer, FeedFilter filter, UniEmitter<? super Boolean> emitter) {
        boolean mayWant(FeedQueries.Arrived event, Set<UUID> reaching) {
            boolean asked = (filter.types().isEmpty() || filter.types().contains(event.type()))
                    && (filter.subjects().isEmpty() || filter.subjects().contains(event.aggregateId()));
            return asked && viewer.mayRead(event.topic(), event.key(), reaching.contains(viewer.root()));
        }
    }

    void start(@Observes StartupEvent event) {
        long every = config.look().toMillis();
        var _ = readers.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    /** Who waits is answered before the process stops taking requests, so that nobody is cut off. */
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        endAll();
    }

    void stop(@Observes ShutdownEvent event) {
        endAll();
        readers.shutdownNow();
    }

    private void endAll() {
        ending = true;
        wake(taken());
    }

    boolean isEnding() {
        return ending;
    }

    /** Threads for what those who were woken read. */
    Executor readers() {
        return readers;
    }

    /**
     * Waits without a thread and without a connection.
     *
     * @param through up to here the viewer has read
     * @return true when something may have come, false when the time is over or the process ends
     */
    Uni<Boolean> await(FeedViewer viewer, FeedFilter filter, long through, Duration atMost) {
        return Uni.createFrom()
                .<Boolean>emitter(emitter -> add(new Waiter(viewer, filter, emitter), through))
                .ifNoItem()
                .after(atMost)
                .recoverWithItem(false);
    }

    private void add(Waiter waiter, long through) {
        waiter.emitter().onTermination(() -> remove(waiter));
        boolean missed;
        synchronized (waiters) {
            if (waiters.isEmpty()) {
                seen = Math.max(seen, through);
            }
            missed = seen > through || ending;
            if (!missed) {
                waiters.add(waiter);
            }
        }
        if (missed) {
            waiter.emitter().complete(!ending);
        }
    }

    private void remove(Waiter waiter) {
        synchronized (waiters) {
            waiters.remove(waiter);
        }
    }

    private List<Waiter> taken() {
        synchronized (waiters) {
            var all = List.copyOf(waiters);
            waiters.clear();
            return all;
        }
    }

    private void wake(List<Waiter> woken) {
        woken.forEach(each -> each.emitter().complete(!ending));
    }

    /** The next look comes in any case: an error must not end the schedule. */
    private void look() {
        try {
            boolean more = true;
            while (more && !ending) {
                more = lookOnce();
            }
        } catch (SQLException | RuntimeException e) {
            LOGGER.debugf("the end of the log cannot be read: %s", e.getClass().getSimpleName());
        }
    }

    /** @return whether there may be more already */
    private boolean lookOnce() throws SQLException {
        long from;
        Set<UUID> roots;
        synchronized (waiters) {
            if (waiters.isEmpty()) {
                return false;
            }
            from = seen;
            roots = waiters.stream().map(each -> each.viewer().root()).collect(Collectors.toSet());
        }
        var arrived = queries.arrived(from, MOST_ROWS);
        if (arrived.isEmpty()) {
            return false;
        }
        var units = arrived.stream()
                .map(FeedQueries.Arrived::unitId)
                .filter(FeedTail::isThere)
                .collect(Collectors.toSet());
        wake(wanting(arrived, queries.reaching(roots, units), roots));
        return arrived.size() == MOST_ROWS;
    }

    /** Who came while the log was read has no answer about its scope yet, and is woken rather than forgotten. */
    private List<Waiter> wanting(List<FeedQueries.Arrived> arrived, Set<UUID> reaching, Set<UUID> asked) {
        synchronized (waiters) {
            seen = Math.max(seen, arrived.getLast().position());
            var woken = waiters.stream()
                    .filter(waiter -> !asked.contains(waiter.viewer().root())
                            || arrived.stream().anyMatch(event -> waiter.mayWant(event, reaching)))
                    .toList();
            woken.forEach(waiters::remove);
            return woken;
        }
    }

    private static boolean isThere(@Nullable Object value) {
        return value != null;
    }
}
