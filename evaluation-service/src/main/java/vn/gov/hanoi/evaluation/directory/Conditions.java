package vn.gov.hanoi.evaluation.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Conditions of a query with their values. It begins with the scope, so there is no list without one. */
final class Conditions {
    private static final int MOST_TERMS = 20;
    private static final int LONGEST_Q = 100;

    private final StringBuilder text = new StringBuilder("true");
    private final List<Object> values = new ArrayList<>();

    /** Which units a unit filter means. */
    enum Reach {
        SELF("= ?"),
        CHILDREN("in (select id from units where parent_id = ?)"),
        SUBTREE("in (select id from units_within(?))");

        private final String sql;

        Reach(String sql) {
            this.sql = sql;
        }
    }

    /** @param scopeSql condition whose first place is the root of the scope; the others follow */
    Conditions(String scopeSql, UnitScope scope, Object... others) {
        add(scopeSql, scope.rootUnitId());
        values.addAll(List.of(others));
    }

    /** @param sql fixed text with a place per value; never a part of a request */
    Conditions add(String sql, Object... places) {
        text.append(" and ").append(sql);
        values.addAll(List.of(places));
        return this;
    }

    /** Refusal: query.invalid-parameter for more than 20 terms or control characters, which the database cannot take. */
    Conditions anyOf(String column, String parameter, List<String> terms) {
        if (terms.size() > MOST_TERMS || terms.stream().anyMatch(Conditions::hasControls)) {
            throw Params.invalid(parameter, "1-" + MOST_TERMS);
        }
        return terms.isEmpty() ? this : add(column + " = any (?)", (Object) terms.toArray(String[]::new));
    }

    /** Refusal: query.invalid-parameter for a text above 100 characters or with control characters. */
    Conditions search(String column, @Nullable String q) {
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
    Conditions units(String sql, @Nullable String unitId, @Nullable String unitScope, Object... before) {
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
    Conditions after(String columns, String key, UUID id) {
        return add(columns + " > (?, ?)", key, id);
    }

    String sql() {
        return text.toString();
    }

    List<Object> values() {
        return List.copyOf(values);
    }
}
