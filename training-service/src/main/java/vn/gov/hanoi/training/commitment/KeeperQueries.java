package vn.gov.hanoi.training.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.UnitScope;
import vn.gov.hanoi.training.directory.UnitRef;

/** Which unit keeps the records of an officer; inside the caller's transaction. */
@ApplicationScoped
public class KeeperQueries {
    private static final String WITHIN = "carried_unit(officer_id) in (select id from units_within(?))";

    private static final String PLACES = """
            select u.id, u.code, u.name, a.valid_from, a.valid_to from assignments a
            cross join lateral unit_on(a.unit_id, greatest(a.valid_from, ?)) u
            where a.officer_id = ? and a.main and (a.valid_to is null or a.valid_to > ?) order by a.valid_from, a.id""";

    private final DataSource database;

    KeeperQueries(DataSource database) {
        this.database = database;
    }

    /** A unit in which an officer had the main post. */
    record Place(UnitRef unit, LocalDate from, @Nullable LocalDate until) {}

    /** Whether a unit of the scope keeps the officer today. */
    public boolean isKeptWithin(UUID officerId, UnitScope scope) {
        return one("select officer_id from (values (?::uuid)) x (officer_id) where " + WITHIN, officerId, scope)
                .isPresent();
    }

    /** The officer of a case of the scope. */
    Optional<UUID> caseOfficer(UUID caseId, UnitScope scope) {
        return one("select officer_id from compensations where id = ? and " + WITHIN, caseId, scope);
    }

    /** Where the officer had the main post since a day; a transfer or a reorganisation adds a place. */
    List<Place> places(UUID officerId, LocalDate since) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PLACES)) {
            statement.setObject(1, since);
            statement.setObject(2, officerId);
            statement.setObject(3, since);
            var found = new ArrayList<Place>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Place(
                            new UnitRef(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                            row.getObject(4, LocalDate.class),
                            row.getObject(5, LocalDate.class)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("places of an officer cannot be read", e);
        }
    }

    private Optional<UUID> one(String sql, UUID id, UnitScope scope) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setObject(2, scope.rootUnitId());
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("keeper cannot be read", e);
        }
    }
}
