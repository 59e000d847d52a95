package vn.gov.hanoi.evaluation.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.page.Cursors;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.scope.Caller;

/** What the lists of the directory have in common: the place in a walk over pages, and the count. */
@ApplicationScoped
public class PageQueries {
    private final DataSource database;
    private final Cursors cursors;
    private final DirectoryClockRepository clock;

    PageQueries(DataSource database, Cursors cursors, DirectoryClockRepository clock) {
        this.database = database;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Sort value and id of the last row of the page before. */
    public record After(String key, UUID id) {}

    /** Where a walk stands: its pinned day and moment, and the row it goes on after. */
    public record Place(Moment moment, String question, Optional<After> after) {}

    /**
     * Opens the cursor, if there is one; the day and the moment of the first page hold for the whole walk.
     *
     * <p>Refusals: page.cursor-invalid, page.cursor-expired, query.invalid-parameter.
     *
     * @param question route, filters, sort and scope
     */
    public Place place(List<? extends @Nullable Object> question, ListParams params, Caller caller) {
        var day = params.day();
        var known = params.known();
        var full = question + "|" + day + "|" + known + "|" + caller.subject() + "|" + caller.client();
        var cursor = params.cursor();
        if (cursor == null) {
            return new Place(clock.moment(day, known), full, Optional.empty());
        }
        var position = cursors.open(cursor, full);
        var after = new After(
                Objects.requireNonNull(position.keys().getFirst()),
                UUID.fromString(Objects.requireNonNull(position.keys().getLast())));
        return new Place(new Moment(position.asOf(), position.knownAt()), full, Optional.of(after));
    }

    /** Cuts the page out of rows read with one more than the limit. */
    public <T> Page<T> page(List<T> rows, PageRequest request, Place place, Function<T, List<@Nullable String>> keys) {
        return cursors.page(rows, request, time(place.moment()), place.question(), keys);
    }

    /** Day and moment as an answer tells them. */
    public static Page.Time time(Moment moment) {
        return new Page.Time(moment.asOf(), moment.knownAt());
    }

    /** Sort values of a row as the cursor keeps them. */
    public List<@Nullable String> keys(String key, UUID id) {
        return List.of(key, id.toString());
    }

    public static <T, R> Page<R> map(Page<T> page, Function<T, R> view) {
        return new Page<>(page.items().stream().map(view).toList(), page.page(), page.time());
    }

    /** @param number null if the count was not asked for */
    public static <T> Page<T> counted(Page<T> page, @Nullable Long number) {
        if (number == null) {
            return page;
        }
        boolean more = number > PageRequest.COUNTED;
        var info = new Page.Info(
                page.page().limit(),
                page.page().next(),
                more ? Long.valueOf(PageRequest.COUNTED) : number,
                more ? Boolean.TRUE : null);
        return new Page<>(page.items(), info, page.time());
    }

    /** Number of rows of the query, at most one more than is counted exactly. */
    public long count(String sql, Conditions conditions, Moment moment) {
        var counting = "select count(*) from (%s where %s limit %d) counted"
                .formatted(sql, conditions.sql(), PageRequest.COUNTED + 1);
        try (var connection = database.getConnection();
                var statement = new Query(counting, conditions.values(), moment).prepare(connection);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("records cannot be counted", e);
        }
    }
}
