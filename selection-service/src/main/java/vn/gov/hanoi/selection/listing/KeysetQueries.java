package vn.gov.hanoi.selection.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Cursors;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;

/** Runs a list statement and cuts the page out of it; inside the transaction of the room's query. */
@ApplicationScoped
public class KeysetQueries {
    private final EntityManager entities;
    private final Cursors cursors;
    private final Clock clock;

    KeysetQueries(EntityManager entities, Cursors cursors, Clock clock) {
        this.entities = entities;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Conditions with the values that they name. A condition without a value is left out. */
    public static final class Terms {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        public Terms add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                values.put(name, value);
            }
            return this;
        }

        /** A value that conditions before name as well. */
        public Terms with(String name, Object value) {
            values.put(name, value);
            return this;
        }

        private String where() {
            return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
        }

        private Query bind(Query query) {
            values.forEach(query::setParameter);
            return query;
        }
    }

    /**
     * A list.
     *
     * @param order the keys in their order, the id last
     * @param after what holds for rows behind the keys {@code :after0}, {@code :after1} and so on
     */
    public record Listing(String columns, String from, String order, String after) {}

    /**
     * One page. Refusals: page.cursor-invalid, page.cursor-expired.
     *
     * @param question route, filters and viewer; a cursor serves no other
     * @param keys sort values of an item in the order of the list
     */
    public <T> Page<T> page(
            Listing listing,
            Terms terms,
            String question,
            PageRequest request,
            Function<Tuple, T> item,
            Function<T, List<@Nullable String>> keys) {
        var position = request.cursor() == null ? null : cursors.open(request.cursor(), question);
        var time = position == null
                ? new Page.Time(LocalDate.now(clock), clock.instant().truncatedTo(ChronoUnit.MILLIS))
                : new Page.Time(position.asOf(), position.knownAt());
        Long count = request.count() ? Long.valueOf(count(listing, terms)) : null;
        var where = terms.where() + (position == null ? "" : " and " + listing.after());
        var statement = terms.bind(entities.createNativeQuery(
                "select %s from %s where %s order by %s limit %d"
                        .formatted(listing.columns(), listing.from(), where, listing.order(), request.limit() + 1),
                Tuple.class));
        if (position != null) {
            for (int i = 0; i < position.keys().size(); i++) {
                statement.setParameter("after" + i, position.keys().get(i));
            }
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = statement.getResultList();
        var page = cursors.page(rows.stream().map(item).toList(), request, time, question, keys);
        return count == null ? page : counted(page, count);
    }

    private static <T> Page<T> counted(Page<T> page, long count) {
        var info = new Page.Info(
                page.page().limit(),
                page.page().next(),
                Math.min(count, PageRequest.COUNTED),
                count > PageRequest.COUNTED ? Boolean.TRUE : null);
        return new Page<>(page.items(), info, page.time());
    }

    /** The first row of the list for these terms; there is one. */
    public <T> T one(Listing listing, Terms terms, Function<Tuple, T> item) {
        var sql = "select %s from %s where %s order by %s limit 1"
                .formatted(listing.columns(), listing.from(), terms.where(), listing.order());
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                terms.bind(entities.createNativeQuery(sql, Tuple.class)).getResultList();
        return item.apply(rows.getFirst());
    }

    /** Whether the list has a row for these terms. */
    public boolean exists(Listing listing, Terms terms) {
        var sql = "select exists (select 1 from %s where %s)".formatted(listing.from(), terms.where());
        return (Boolean) terms.bind(entities.createNativeQuery(sql)).getSingleResult();
    }

    private long count(Listing listing, Terms terms) {
        var sql = "select count(*) from (select 1 from %s where %s limit %d) counted"
                .formatted(listing.from(), terms.where(), PageRequest.COUNTED + 1);
        return ((Number) terms.bind(entities.createNativeQuery(sql)).getSingleResult()).longValue();
    }
}
