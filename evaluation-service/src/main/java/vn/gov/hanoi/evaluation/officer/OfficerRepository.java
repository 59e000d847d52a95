package vn.gov.hanoi.evaluation.officer;

import static vn.gov.hanoi.evaluation.unit.UnitRepository.column;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Loads and stores officers: one by one through the mapping, many by one statement per table. */
@ApplicationScoped
class OfficerRepository implements PanacheRepositoryBase<Officer, UUID> {
    private static final String INSERT_OFFICERS = """
            insert into officers (id, officer_code, full_name, sort_key, search_key, category, birth_date,
                created_at, created_by, changed_at, changed_by)
            select *, ?, ?, ?, ? from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[])""";
    private static final String INSERT_ASSIGNMENTS = """
            insert into assignments (id, officer_id, unit_id, position, title, leader, main, valid_from, valid_to,
                decision_number, created_at, created_by, changed_at, changed_by)
            select *, ?, ?, ?, ? from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::boolean[],
                ?::date[], ?::date[], ?::text[])""";

    private final DataSource database;

    OfficerRepository(DataSource database) {
        this.database = database;
    }

    /** A recorded officer with one of the main posts, as an imported row would say it. */
    record Known(OfficerDraft content, String unitCode) {}

    /** The recorded officers with these codes; each with all main posts. */
    Map<String, List<Known>> byCode(Collection<String> codes) {
        var sql = """
                select o.officer_code, o.full_name, o.category, o.birth_date, a.position, a.title, a.leader, a.valid_from,
                    a.valid_to, a.decision_number, u.code
                from officers o join assignments a on a.officer_id = o.id and a.main join units u on u.id = a.unit_id
                where o.officer_code = any (?)""";
        var found = new HashMap<String, List<Known>>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                            .add(known(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("officers cannot be read", e);
        }
        return found;
    }

    private static Known known(ResultSet row) throws SQLException {
        var assignment = new AssignmentDraft(
                Position.valueOf(row.getString(5)),
                row.getString(6),
                row.getBoolean(7),
                true,
                new Validity(row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class)),
                row.getString(10));
        var officer = new OfficerDraft(
                row.getString(1),
                row.getString(2),
                Category.valueOf(row.getString(3)),
                row.getObject(4, LocalDate.class),
                assignment);
        return new Known(officer, row.getString(11));
    }

    /** When these units have a head. */
    Map<UUID, List<Validity>> heads(Collection<UUID> units) {
        var sql = "select unit_id, valid_from, valid_to from assignments where position = 'HEAD' and unit_id = any (?)";
        var found = new HashMap<UUID, List<Validity>>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", units.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(new Validity(rows.getObject(2, LocalDate.class), rows.getObject(3, LocalDate.class)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("heads cannot be read", e);
        }
        return found;
    }

    /** Stores new officers with their posts by two statements. */
    void insertAll(List<Officer> officers, Stamp stamp) {
        if (officers.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection()) {
            insertOfficers(connection, officers, stamp);
            var assignments = officers.stream()
                    .flatMap(officer -> officer.assignments().stream())
                    .toList();
            insertAssignments(connection, assignments, stamp);
        } catch (SQLException e) {
            throw new IllegalStateException("officers cannot be written", e);
        }
    }

    private static void insertOfficers(Connection connection, List<Officer> rows, Stamp stamp) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT_OFFICERS)) {
            stamp(insert, stamp);
            insert.setArray(5, column(connection, "uuid", rows, Officer::id));
            insert.setArray(6, column(connection, "text", rows, Officer::officerCode));
            insert.setArray(7, column(connection, "text", rows, Officer::fullName));
            insert.setArray(8, column(connection, "text", rows, Officer::sortKey));
            insert.setArray(9, column(connection, "text", rows, Officer::searchKey));
            insert.setArray(10, column(connection, "text", rows, Officer::category));
            insert.setArray(11, column(connection, "date", rows, Officer::birthDate));
            insert.executeUpdate();
        }
    }

    private static void insertAssignments(Connection connection, List<Assignment> rows, Stamp stamp)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT_ASSIGNMENTS)) {
            stamp(insert, stamp);
            insert.setArray(5, column(connection, "uuid", rows, Assignment::id));
            insert.setArray(6, column(connection, "uuid", rows, Assignment::officerId));
            insert.setArray(7, column(connection, "uuid", rows, Assignment::unitId));
            insert.setArray(
                    8, column(connection, "text", rows, row -> row.content().position()));
            insert.setArray(
                    9, column(connection, "text", rows, row -> row.content().title()));
            insert.setArray(
                    10, column(connection, "bool", rows, row -> row.content().leader()));
            insert.setArray(
                    11, column(connection, "bool", rows, row -> row.content().main()));
            insert.setArray(12, column(connection, "date", rows, row -> row.content()
                    .validity()
                    .from()));
            insert.setArray(13, column(connection, "date", rows, row -> row.content()
                    .validity()
                    .to()));
            insert.setArray(
                    14, column(connection, "text", rows, row -> row.content().decisionNumber()));
            insert.executeUpdate();
        }
    }

    private static void stamp(java.sql.PreparedStatement insert, Stamp stamp) throws SQLException {
        var at = OffsetDateTime.ofInstant(stamp.at(), ZoneOffset.UTC);
        insert.setObject(1, at);
        insert.setString(2, stamp.by());
        insert.setObject(3, at);
        insert.setString(4, stamp.by());
    }
}
