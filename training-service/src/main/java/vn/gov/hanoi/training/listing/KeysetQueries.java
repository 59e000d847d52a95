package vn.gov.hanoi.training.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Cursors;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Runs a list statement and cuts the page out of it; inside the transaction of the room's query. */
@ApplicationScoped
public class KeysetQueries {
    private final EntityManager entities;
    private final Cursors cursors;
    private final CurrentCaller caller;
    private final Clock clock;

    KeysetQueries(EntityManager entities, Cursors cursors, CurrentCaller caller, Clock clock) {
        this.entities = entities;
        this.cursors = cursors;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * How rows become items.
     *
     * @param item makes the item of a row
     * @param keys sort values of an item in the order of the list, the id last
     */
    public record Shape<T>(Function<Tuple, T> item, Function<T, List<@Nullable String>> keys) {}

    /**
     * One page.
     *
     * @param question route and filters; the viewer is added here
     */
    @SuppressWarnings("unchecked")
    public <T> Page<T> page(ListQuery query, String question, PageRequest request, Shape<T> shape) {
        var who = caller.get();
        var bound = question + "|" + who.subject() + "|" + who.unitCode();
        var position = request.cursor() == null ? null : cursors.open(request.cursor(), bound);
        var time = position == null
                ? new Page.Time(LocalDate.now(clock), clock.instant())
                : new Page.Time(position.asOf(), position.knownAt());
        var statement =
                query.bind(entities.createNativeQuery(query.pageText(position != null, request.limit()), Tuple.class));
        if (position != null) {
            for (int i = 0; i < position.keys().size(); i++) {
                statement.setParameter("after" + i, position.keys().get(i));
            }
        }
        var rows = ((List<Tuple>) statement.getResultList())
                .stream().map(shape.item()).toList();
        var page = cursors.page(rows, request, time, bound, shape.keys());
        return request.count() ? counted(page, query) : page;
    }

    private <T> Page<T> counted(Page<T> page, ListQuery query) {
        var found = (Number)
                query.bind(entities.createNativeQuery(query.countText())).getSingleResult();
        boolean more = found.longValue() > PageRequest.COUNTED;
        long shown = Math.min(found.longValue(), PageRequest.COUNTED);
        var info = new Page.Info(page.page().limit(), page.page().next(), shown, more ? Boolean.TRUE : null);
        return new Page<>(page.items(), info, page.time());
    }
}
