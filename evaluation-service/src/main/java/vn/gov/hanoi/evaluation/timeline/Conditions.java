package vn.gov.hanoi.evaluation.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Conditions of a {@link Query} with their values. It begins with the scope, so there is no list without one. */
public final class Conditions {
    private static final int MOST_TERMS = 20;
    private static final int LONGEST_Q = 100;
    private static final String YEAR = "2[01][0-9]{2}";
    private static final String MONTH = "20[0-9]{2}-(0[1-9]|1[0-2])";

    private final StringBuilder text = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    /** Which units a unit filter means. */
    public enum Reach {
        SELF("= ?"),
        CHILDREN("in (select c.unit_id from unit_states c where c.parent_id = ? and " + Query.held("c") + ")"),
        SUBTREE("in (select id from units_within(?, :day, :known))");

        private final String sql;

        Reach(String sql) {
            this.sql = sql;
        }
    }

    /** @param scopeSql condition whose first place is the root of the scope; the others follow */
    public Conditions(String scopeSql, UnitScope scope, Object... others) {
        add(scopeSql, scope.rootUnitId());
        values.addAll(List.of(others));
    }

    /** @param sql fixed text with a place per value; never a part of a request */
    public Conditions add(String sql, Object... places) {
        text.append(" and ").append(sql);
        values.addAll(List.of(places));
        return this;
    }

    /** Refusal: query.invalid-parameter for more than 20 terms or control characters, which the database cannot take. */
    public Conditions anyOf(String column, String parameter, List<String> terms) {
        if (terms.size() > MOST_TERMS || terms.stream().anyMatch(Conditions::hasControls)) {
            throw Params.invalid(parameter, "1-" + MOST_TERMS);
        }
        return terms.isEmpty() ? this : add(column + " = any (?)", (Object) terms.toArray(String[]::new));
    }

    /**
     * Only records of periods that begin with one of these months. Refusal: query.invalid-parameter.
     *
     * @param months of the years 2000-2099, yyyy-MM; none for all
     */
    public Conditions months(String column, List<String> months) {
        if (months.size() > MOST_TERMS || !months.stream().allMatch(each -> each.matches(MONTH))) {
            throw Params.invalid("period", "2026-07");
        }
        var first = months.stream().map(each -> YearMonth.parse(each).atDay(1)).toArray(LocalDate[]::new);
        return months.isEmpty() ? this : add(column + " = any (?)", (Object) first);
    }

    /**
     * Only records of these years. Refusal: query.invalid-parameter.
     *
     * @param years 2000-2199; none for all
     */
    public Conditions years(String column, List<String> years) {
        if (years.size() > MOST_TERMS || !years.stream().allMatch(each -> each.matches(YEAR))) {
            throw Params.invalid("year", "2026");
        }
        var numbers = years.stream().map(Integer::valueOf).toArray(Integer[]::new);
        return years.isEmpty() ? this : add(column + " = any (?)", (Object) numbers);
    }

    /** Refusal: query.invalid-parameter for a text above 100 characters or with control characters. */
    public Conditions search(String column, @Nullable String q) {
        if (q == null) {
            return this;
        }
        if (q.length() > LONGEST_Q || hasControls(q)) {
            throw Params.invalid("q", "1-" + LONGEST_Q);
        }
        var literal = VietnameseText.fold(q).replaceAll("([\\\\%_])", "\\\\$1");
        return add(column + " like ?", "%" + literal + "%");
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /**
     * Only records of a unit, its children or its subtree. Refusal: query.invalid-parameter.
     *
     * @param sql condition with {@code %s} where the comparison with the unit belongs
     * @param before values of the places before it
     */
    public Conditions units(String sql, @Nullable String unitId, @Nullable String unitScope, Object... before) {
        var unit = Params.uuid("unitId", unitId);
        var reach = Params.oneOf(Reach.class, "unitScope", unitScope);
        if (unit == null) {
            if (reach != null) {
                throw Params.invalid("unitId", "UUID");
            }
            return this;
        }
        add(sql.formatted((reach == null ? Reach.SELF : reach).sql), before);
        values.add(unit);
        return this;
    }

    /** Only what stands after the last row of the page before. */
    public Conditions after(String columns, String key, UUID id) {
        return add(columns + " > (?, ?)", key, id);
    }

    public String sql() {
        return text.toString();
    }

    public List<Object> values() {
        return List.copyOf(values);
    }
}
