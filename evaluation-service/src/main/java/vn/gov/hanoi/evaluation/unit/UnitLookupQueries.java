package vn.gov.hanoi.evaluation.unit;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.known;
import static vn.gov.hanoi.evaluation.timeline.RowRepository.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Finds units by the codes that files name them by, and says how records name them. */
@ApplicationScoped
public class UnitLookupQueries {
    /** A code belongs to one unit for ever. Each is looked up by itself, whatever the planner believes of a table that has just grown. */
    private static final String BY_CODE = """
            select w.code, c.unit_id, c.unit_id in (select id from units_within(?::uuid))
            from unnest(?::text[]) as w (code)
            cross join lateral (
                select c.unit_id from unit_codes c where c.scheme = 'ELECTRONIC' and c.code = w.code and c.superseded_at is null limit 1) as c""";

    /** Of each unit the row of the day, or the last before, or the first after: as {@link Unit#code} and Timeline.nearest. */
    private static final String REFERENCES = """
            select w.id, s.name, c.code
            from unnest(?::uuid[]) as w (id)
            cross join lateral (
                select r.name from unit_states r where r.unit_id = w.id and %1$s order by %2$s limit 1) as s
            left join lateral (
                select r.code from unit_codes r where r.unit_id = w.id and r.scheme = 'ELECTRONIC' and %1$s order by %2$s limit 1) as c
                on true""".formatted(
                    known("r"), "case when r.valid_from <= :day then r.valid_from end desc nulls last, r.valid_from");

    private final DataSource database;
    private final UnitRepository units;

    UnitLookupQueries(DataSource database, UnitRepository units) {
        this.database = database;
        this.units = units;
    }

    /**
     * A recorded unit.
     *
     * @param inScope whether it lies within the scope that was asked for
     */
    public record Known(Unit unit, boolean inScope) {
        public UUID id() {
            return unit.id();
        }
    }

    /** How records name these units at a moment: code and name of the day, or the nearest. Unknown ones are missing. */
    public Map<UUID, UnitReference> references(Collection<UUID> ids, Moment moment) {
        var found = new HashMap<UUID, UnitReference>();
        List<Object> wanted = List.of((Object) ids.stream().distinct().toArray(UUID[]::new));
        try (var connection = database.getConnection()) {
            read(connection, new Query(REFERENCES, wanted, moment), row -> {
                var id = row.getObject(1, UUID.class);
                var code = row.getString(3);
                found.put(id, new UnitReference(id, code == null ? "" : code, row.getString(2)));
            });
        } catch (SQLException e) {
            throw new IllegalStateException("units cannot be read", e);
        }
        return found;
    }

    /** The units that have or had these electronic codes, by code. Without a scope none of them is in scope. */
    public Map<String, Known> byCode(Collection<String> codes, @Nullable UnitScope scope) {
        var ids = new HashMap<String, UUID>();
        var inScope = new HashSet<UUID>();
        var values = Arrays.<@Nullable Object>asList(
                scope == null ? null : scope.rootUnitId(), codes.toArray(String[]::new));
        try (var connection = database.getConnection();
                var statement = new Query(BY_CODE, values, null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var id = rows.getObject(2, UUID.class);
                ids.put(rows.getString(1), id);
                if (rows.getBoolean(3)) {
                    inScope.add(id);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("units cannot be read", e);
        }
        var loaded = units.load(ids.values(), null);
        var found = new HashMap<String, Known>();
        ids.forEach((code, id) -> {
            var unit = loaded.get(id);
            if (unit != null) {
                found.put(code, new Known(unit, inScope.contains(id)));
            }
        });
        return found;
    }
}
