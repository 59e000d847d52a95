package vn.gov.hanoi.evaluation.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Cursors;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.scope.Caller;

/** What the lists of the directory have in common: the place in a walk over pages, and the count. */
@ApplicationScoped
class PageQueries {
    private final DataSource database;
    private final Cursors cursors;
    private final Clock clock;

    PageQueries(DataSource database, Cursors cursors, Clock clock) {
        this.database = database;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Sort value and id of the last row of the page before. */
    record After(String key, UUID id) {}

    /** Where a walk stands: its pinned day and the row it goes on after. */
    record Place(Page.Time time, String question, Optional<After> after) {}

    /**
     * Opens the cursor, if there is one; the day of the first page holds for the whole walk.
     *
     * <p>Refusals: page.cursor-invalid, page.cursor-expired, query.invalid-parameter.
     *
     * @param question route, filters, sort and scope
     */
    Place place(List<Object> question, ListParams params, Caller caller) {
        var day = params.day();
        var full = question + "|" + day + "|" + caller.subject() + "|" + caller.client();
        var cursor = params.cursor();
        if (cursor == null) {
            var time = new Page.Time(day == null ? LocalDate.now(clock) : day, clock.instant());
            return new Place(time, full, Optional.empty());
        }
        var position = cursors.open(cursor, full);
        var after = new After(
                Objects.requireNonNull(position.keys().getFirst()),
                UUID.fromString(Objects.requireNonNull(position.keys().getLast())));
        return new Place(new Page.Time(position.asOf(), position.knownAt()), full, Optional.of(after));
    }

    /** Cuts the page out of rows read with one more than the limit. */
    <T> Page<T> page(List<T> rows, PageRequest request, Place place, Function<T, List<@Nullable String>> keys) {
        return cursors.page(rows, request, place.time(), place.question(), keys);
    }

    /** Sort values of a row as the cursor keeps them. */
    List<@Nullable String> keys(String key, UUID id) {
        return List.of(key, id.toString());
    }

    static <T, R> Page<R> map(Page<T> page, Function<T, R> view) {
        return new Page<>(page.items().stream().map(view).toList(), page.page(), page.time());
    }

    /** @param number null if the count was not asked for */
    static <T> Page<T> counted(Page<T> page, @Nullable Long number) {
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
    long count(String sql, List<Object> values) {
        var counting = "select count(*) from (%s limit %d) counted".formatted(sql, PageRequest.COUNTED + 1);
        try (var connection = database.getConnection();
                var statement = prepare(connection, counting, values);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("records cannot be counted", e);
        }
    }

    static PreparedStatement prepare(Connection connection, String sql, List<Object> values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts));
            } else {
                statement.setObject(i + 1, values.get(i));
            }
        }
        return statement;
    }
}
