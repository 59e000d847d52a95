package vn.gov.hanoi.training.listing;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.PageRequest;

/** The statement of one list, grown by the filters that were asked for. Conditions are texts of this service, values are bound. */
public final class ListQuery {
    private final String columns;
    private final String from;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private String order = "";
    private String after = "";

    public ListQuery(String columns, String from) {
        this.columns = columns;
        this.from = from;
    }

    /** Adds the condition if there is a value for it. */
    public ListQuery filter(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
        return this;
    }

    /** Binds a value that the columns or the source name. */
    public ListQuery value(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /**
     * States the order and its continuation.
     *
     * @param columns sort columns, the id last
     * @param continuation condition that rows behind the last one meet; it names the last row's values :after0, :after1, ..
     */
    public ListQuery order(String columns, String continuation) {
        this.order = columns;
        this.after = continuation;
        return this;
    }

    String pageText(boolean continued, int limit) {
        var all = new ArrayList<>(conditions);
        if (continued) {
            all.add(after);
        }
        return "select " + columns + " from " + from + where(all) + " order by " + order + " limit " + (limit + 1);
    }

    String countText() {
        return "select count(*) from (select 1 from " + from + where(conditions) + " limit " + (PageRequest.COUNTED + 1)
                + ") counted";
    }

    Query bind(Query query) {
        values.forEach(query::setParameter);
        return query;
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
