package vn.gov.hanoi.evaluation.authority;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Names of units and officers for answers, and which units may be seen. */
@ApplicationScoped
class ReferenceQueries {
    private static final String OFFICERS = """
            select o.id, o.officer_code, s.full_name
            from officers o join officer_states s on s.officer_id = o.id and %s where o.id = any (?)""".formatted(known("s"));

    private static final String UNITS = "select w.id from units_within(?) w where w.id = any (?) order by w.id limit ?";

    private final DataSource database;
    private final UnitLookupQueries units;
    private final Scopes scopes;

    ReferenceQueries(DataSource database, UnitLookupQueries units, Scopes scopes) {
        this.database = database;
        this.units = units;
        this.scopes = scopes;
    }

    /** Refusals: resource.not-found for an unknown unit and for one outside the scope, scope.unit-unknown. */
    void requireVisible(Caller caller, UUID unitId) {
        scopes.requireVisible(scopes.of(caller), unitId);
    }

    /** Those of the units that lie in the caller's scope, by id, at most the limit. Refusal: scope.unit-unknown. */
    List<UUID> visible(Collection<UUID> ids, Caller caller, int limit) {
        var values = List.of(scopes.of(caller).rootUnitId(), ids.toArray(UUID[]::new), limit);
        var found = new ArrayList<UUID>();
        try (var connection = database.getConnection();
                var statement = new Query(UNITS, values, null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    Map<UUID, OfficerReference> officers(Collection<UUID> ids, Moment moment) {
        var found = new HashMap<UUID, OfficerReference>();
        var wanted = List.of((Object) ids.toArray(UUID[]::new));
        try (var connection = database.getConnection();
                var statement = new Query(OFFICERS, wanted, moment).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var id = rows.getObject(1, UUID.class);
                found.put(id, new OfficerReference(id, rows.getString(2), rows.getString(3)));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    /** Units as they were called on the day, or on the nearest day on which they were in force. */
    Map<UUID, UnitReference> units(Collection<UUID> ids, Moment moment) {
        return units.references(ids, moment);
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("references cannot be read", cause);
    }
}
