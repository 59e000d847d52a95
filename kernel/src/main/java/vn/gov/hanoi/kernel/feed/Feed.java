package vn.gov.hanoi.kernel.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Reads the feed: at once, after a wait, or on and on. */
@ApplicationScoped
class Feed {
    private static final int STREAM_PAGE = 100;
    private static final String AFTER = "after";

    private final FeedQueries queries;
    private final FeedTail tail;
    private final FeedSeats seats;
    private final FeedConfig config;
    private final Clock clock;

    Feed(FeedQueries queries, FeedTail tail, FeedSeats seats, FeedConfig config, Clock clock) {
        this.queries = queries;
        this.tail = tail;
        this.seats = seats;
        this.config = config;
        this.clock = clock;
    }

    /** @param after null begins with the oldest event that is kept */
    record Question(
            FeedViewer viewer, FeedFilter filter, @Nullable Long after, int limit) {
        Question from(long position) {
            return new Question(viewer, filter, position, limit);
        }
    }

    /**
     * The next events; reads at once and blocks for that, but not while it waits. Refusals: events.position-invalid,
     * events.position-expired, events.busy, events.too-many-open.
     *
     * @param wait how long to wait for the first event; not beyond the end of the token
     */
    Uni<FeedSlice> next(Question question, Duration wait) {
        var slice = read(question, AFTER);
        if (!isWorthWaiting(slice, wait)) {
            return Uni.createFrom().item(slice);
        }
        var giveBack = seats.take(FeedSeats.Kind.WAITING, question.viewer().subject());
        return waited(question.from(slice.through()), slice, System.nanoTime() + wait.toNanos())
                .onTermination()
                .invoke(giveBack);
    }

    private static boolean isWorthWaiting(FeedSlice slice, Duration wait) {
        return slice.items().isEmpty() && !slice.more() && wait.isPositive();
    }

    /** Waits on after each wake-up that brought nothing for this viewer. */
    private Uni<FeedSlice> waited(Question question, FeedSlice empty, long deadline) {
        var left = least(Duration.ofNanos(deadline - System.nanoTime()), untilEnd(question.viewer()));
        if (!left.isPositive()) {
            return Uni.createFrom().item(empty);
        }
        return tail.await(question.viewer(), question.filter(), empty.through(), left)
                .emitOn(tail.readers())
                .chain(woken -> {
                    if (!woken) {
                        return Uni.createFrom().item(empty);
                    }
                    var slice = read(question, AFTER);
                    return isWorthWaiting(slice, left)
                            ? waited(question.from(slice.through()), slice, deadline)
                            : Uni.createFrom().item(slice);
                });
    }

    /**
     * All events from a place on until the token or the process ends. An empty slice comes after each silence of the heartbeat.
     * Refusals, at once: events.position-invalid, events.position-expired, events.busy, events.too-many-open.
     *
     * @param after null begins with what is sent from now on
     * @param parameter where {@code after} was given
     */
    Stream stream(FeedViewer viewer, FeedFilter filter, @Nullable Long after, String parameter) {
        long start = after == null ? queries.newest() : after;
        if (after != null) {
            // Refuses a bad place before the head of the answer is out.
            queries.page(viewer, filter, after, 1, parameter);
        }
        var giveBack = seats.take(FeedSeats.Kind.STREAM, viewer.subject());
        var at = new AtomicLong(start);
        var question = new Question(viewer, filter, start, STREAM_PAGE);
        var slices = Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .deferred(() -> step(question.from(at.get())))
                        .runSubscriptionOn(tail.readers())
                        .invoke(slice -> at.set(slice.through())))
                .whilst(_ -> goesOn(viewer))
                .onTermination()
                .invoke(giveBack);
        return new Stream(start, slices);
    }

    /** @param start place where it begins */
    record Stream(long start, Multi<FeedSlice> slices) {}

    private Uni<FeedSlice> step(Question question) {
        var slice = read(question, AFTER);
        return isWorthWaiting(slice, config.heartbeat())
                ? waited(
                        question.from(slice.through()),
                        slice,
                        System.nanoTime() + config.heartbeat().toNanos())
                : Uni.createFrom().item(slice);
    }

    boolean goesOn(FeedViewer viewer) {
        return !tail.isEnding() && untilEnd(viewer).isPositive();
    }

    private FeedSlice read(Question question, String parameter) {
        return queries.page(question.viewer(), question.filter(), question.after(), question.limit(), parameter);
    }

    private Duration untilEnd(FeedViewer viewer) {
        return Duration.between(clock.instant(), viewer.until());
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
