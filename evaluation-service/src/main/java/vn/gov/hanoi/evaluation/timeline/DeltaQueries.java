package vn.gov.hanoi.evaluation.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Cursors;
import vn.gov.hanoi.kernel.page.Cursors.Position;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.time.HanoiClock;

/** What delta lists have in common: from which truth to which, and the token that the next delta begins with. */
@ApplicationScoped
public class DeltaQueries {
    private final Cursors cursors;
    private final DirectoryClockRepository clock;

    DeltaQueries(Cursors cursors, DirectoryClockRepository clock) {
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * A walk over what has changed.
     *
     * @param since truth that the client holds
     * @param until truth that the walk leads to, pinned on its first page
     * @param after id of the last record of the page before; null on the first
     */
    public record Walk(Moment since, Moment until, @Nullable UUID after, String question) {}

    /**
     * Opens the walk. Refusals: query.invalid-parameter, delta.expired, page.cursor-invalid, page.cursor-expired.
     *
     * @param updatedSince deltaToken of the walk before, or an instant
     * @param route the list with its scope; filters, sort, asOf and knownAt do not go with a delta
     */
    public Walk open(String updatedSince, ListParams params, List<Object> route, Caller caller) {
        if (params.asOf() != null || params.knownAt() != null || params.sort() != null || params.count() != null) {
            throw Params.invalid("updatedSince", "without asOf, knownAt, sort and count");
        }
        var question = "delta|" + route + "|" + caller.subject() + "|" + caller.client();
        if (params.cursor() != null) {
            var position = cursors.open(params.cursor(), question);
            var keys = position.keys();
            var since = new Moment(LocalDate.parse(key(keys, 1)), Instant.parse(key(keys, 2)));
            return new Walk(
                    since, new Moment(position.asOf(), position.knownAt()), UUID.fromString(key(keys, 0)), question);
        }
        return new Walk(since(updatedSince, question), clock.moment(null, null), null, question);
    }

    private Moment since(String updatedSince, String question) {
        if (updatedSince.length() < 40) {
            var instant = Objects.requireNonNull(Params.instant("updatedSince", updatedSince));
            return new Moment(LocalDate.ofInstant(instant, HanoiClock.ZONE), instant);
        }
        var position = cursors.openDelta(updatedSince, question);
        return new Moment(position.asOf(), position.knownAt());
    }

    private static String key(List<@Nullable String> keys, int index) {
        return Objects.requireNonNull(keys.get(index));
    }

    /** Cuts the page out of rows read with one more than the limit; the last page carries the token of the next delta. */
    public <T> Page<T> page(List<T> rows, ListParams params, Walk walk, Function<T, UUID> id) {
        int limit = params.page().limit();
        var time = PageQueries.time(walk.until());
        if (rows.size() > limit) {
            var items = new ArrayList<>(rows.subList(0, limit));
            var last = id.apply(items.getLast()).toString();
            var keys = List.<@Nullable String>of(
                    last, walk.since().asOf().toString(), walk.since().knownAt().toString());
            var position = new Position(keys, walk.until().asOf(), walk.until().knownAt());
            var next = cursors.seal(position, walk.question());
            return new Page<>(List.copyOf(items), new Page.Info(limit, next, null, null), time);
        }
        var token = cursors.seal(
                new Position(List.of(), walk.until().asOf(), walk.until().knownAt()), walk.question());
        return new Page<>(List.copyOf(rows), new Page.Info(limit, null, null, null, token), time);
    }
}
