package vn.gov.hanoi.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.kernel.scope.Caller;

/** Stores sheets; inside the caller's transaction, with the class held. */
@ApplicationScoped
class AttendanceRepository {
    private static final String INSERT = """
            insert into attendance_sheets (id, version, class_id, day, recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = "update attendance_sheets set version = ? where id = ?";
    private static final String MARK = """
            insert into attendance_marks (sheet_id, enrolment_id, mark) select ?, * from unnest(?::uuid[], ?::text[])
            on conflict on constraint pk_attendance_marks do update set mark = excluded.mark""";
    private static final String SHEETS = "select id, version, class_id, day from attendance_sheets where ";

    private final DataSource database;
    private final Clock clock;

    AttendanceRepository(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(AttendanceSheet sheet, Caller caller) {
        try (var connection = database.getConnection()) {
            update(
                    connection,
                    INSERT,
                    sheet.id(),
                    sheet.version(),
                    sheet.classId(),
                    sheet.day(),
                    clock.instant().atOffset(ZoneOffset.UTC),
                    caller.subject());
            mark(connection, sheet);
        } catch (SQLException e) {
            throw new IllegalStateException("sheet cannot be written", e);
        }
    }

    /** Marks of those who left the class stay. */
    void update(AttendanceSheet sheet) {
        try (var connection = database.getConnection()) {
            update(connection, UPDATE, sheet.version(), sheet.id());
            mark(connection, sheet);
        } catch (SQLException e) {
            throw new IllegalStateException("sheet cannot be written", e);
        }
    }

    private static void mark(Connection connection, AttendanceSheet sheet) throws SQLException {
        var learners = new ArrayList<>(sheet.marks().keySet());
        update(
                connection,
                MARK,
                sheet.id(),
                connection.createArrayOf("uuid", learners.toArray()),
                connection.createArrayOf(
                        "text", learners.stream().map(sheet.marks()::get).toArray()));
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    Optional<AttendanceSheet> find(UUID id) {
        return list("id = ?", id).stream().findFirst();
    }

    /** By day. */
    List<AttendanceSheet> ofClass(UUID classId) {
        return list("class_id = ? order by day", classId);
    }

    private List<AttendanceSheet> list(String condition, UUID id) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SHEETS + condition)) {
            statement.setObject(1, id);
            var found = new ArrayList<AttendanceSheet>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var sheet = row.getObject(1, UUID.class);
                    found.add(new AttendanceSheet(
                            sheet,
                            row.getLong(2),
                            row.getObject(3, UUID.class),
                            row.getObject(4, LocalDate.class),
                            marks(connection, sheet)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("sheets cannot be read", e);
        }
    }

    private static Map<UUID, String> marks(Connection connection, UUID sheet) throws SQLException {
        try (var statement =
                connection.prepareStatement("select enrolment_id, mark from attendance_marks where sheet_id = ?")) {
            statement.setObject(1, sheet);
            var marks = new HashMap<UUID, String>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    marks.put(row.getObject(1, UUID.class), row.getString(2));
                }
            }
            return marks;
        }
    }
}
