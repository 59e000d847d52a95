package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.kernel.id.Ids;

/** Stores sessions, targets and invitations of classes; inside the caller's transaction. */
@ApplicationScoped
class ClassSetupRepository {
    private static final String SESSION = """
            insert into class_sessions (id, class_id, day, starts_at, ends_at, hours, place, lecturer) values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String SESSIONS = """
            select day, starts_at, ends_at, hours, place, lecturer from class_sessions where class_id = ? order by day, starts_at""";

    private static final String UNKNOWN = """
            select given from unnest(?::uuid[]) given where not exists (select 1 from units u where u.id = given)""";

    private final DataSource database;

    ClassSetupRepository(DataSource database) {
        this.database = database;
    }

    /** Puts these in the place of what was said before. */
    void replace(UUID classId, ClassSetup setup) {
        try (var connection = database.getConnection()) {
            for (var table : List.of("class_sessions", "class_targets", "class_invitations")) {
                update(connection, "delete from " + table + " where class_id = ?", classId);
            }
            addSessions(connection, classId, setup.timetable());
            update(
                    connection,
                    "insert into class_targets (class_id, category) select ?, c from (select distinct unnest(?::text[]) c) given",
                    classId,
                    connection.createArrayOf("text", setup.targetCategories().toArray()));
            update(
                    connection,
                    "insert into class_invitations (class_id, unit_id) select ?, u from (select distinct unnest(?::uuid[]) u) given",
                    classId,
                    connection.createArrayOf("uuid", setup.invitedUnitIds().toArray()));
        } catch (SQLException e) {
            throw new IllegalStateException("setup of a class cannot be written", e);
        }
    }

    private static void addSessions(Connection connection, UUID classId, Timetable timetable) throws SQLException {
        try (var insert = connection.prepareStatement(SESSION)) {
            for (var session : timetable.sessions()) {
                insert.setObject(1, Ids.next());
                insert.setObject(2, classId);
                insert.setObject(3, session.day());
                insert.setObject(4, session.startsAt());
                insert.setObject(5, session.endsAt());
                insert.setBigDecimal(6, session.hours());
                insert.setString(7, session.place());
                insert.setString(8, session.lecturer());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void update(Connection connection, String sql, Object... args) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                statement.setObject(i + 1, args[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Sessions by day and begin. */
    Timetable timetable(UUID classId) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SESSIONS)) {
            statement.setObject(1, classId);
            var sessions = new ArrayList<Session>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    sessions.add(new Session(
                            row.getObject(1, LocalDate.class),
                            row.getObject(2, LocalTime.class),
                            row.getObject(3, LocalTime.class),
                            row.getBigDecimal(4),
                            row.getString(5),
                            row.getString(6)));
                }
            }
            return new Timetable(sessions);
        } catch (SQLException e) {
            throw new IllegalStateException("sessions cannot be read", e);
        }
    }

    List<String> targets(UUID classId) {
        return texts("select category from class_targets where class_id = ? order by category", classId);
    }

    List<UUID> invitations(UUID classId) {
        return texts("select unit_id from class_invitations where class_id = ? order by unit_id", classId).stream()
                .map(UUID::fromString)
                .toList();
    }

    private List<String> texts(String sql, Object value) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            var found = new ArrayList<String>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("setup of a class cannot be read", e);
        }
    }

    /** Those that the read copy does not have. */
    List<UUID> unknownUnits(List<UUID> units) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(UNKNOWN)) {
            statement.setArray(1, connection.createArrayOf("uuid", units.toArray()));
            var found = new ArrayList<UUID>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("units cannot be read", e);
        }
    }
}
