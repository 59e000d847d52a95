package vn.gov.hanoi.kernel.directorycopy;

import static vn.gov.hanoi.kernel.directorycopy.UnitCopy.date;
import static vn.gov.hanoi.kernel.directorycopy.UnitCopy.optional;
import static vn.gov.hanoi.kernel.directorycopy.UnitCopy.required;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/** Keeps the copy of the officers with their assignments. An event carries all assignments; they replace the known ones. */
@ApplicationScoped
@IfBuildProperty(name = "congvu.directory-copy.enabled", stringValue = "true")
class OfficerCopy implements TopicHandler {
    private final DataSource database;

    OfficerCopy(DataSource database) {
        this.database = database;
    }

    @Override
    public String topic() {
        return "directory.officer";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        var newest = new LinkedHashMap<UUID, InboundEvent>();
        for (var event : events) {
            var known = newest.get(event.key());
            if (known == null || event.data() == null || known.sequence() < event.sequence()) {
                newest.put(event.key(), event);
            }
        }
        try (var connection = database.getConnection()) {
            var wanted = unseen(connection, newest);
            erase(connection, wanted);
            insert(connection, wanted);
        } catch (SQLException e) {
            throw new IllegalStateException("officer copy cannot be written", e);
        }
    }

    /** Without those whose stored sequence is as new. */
    private static Map<UUID, InboundEvent> unseen(Connection connection, Map<UUID, InboundEvent> newest)
            throws SQLException {
        var wanted = new LinkedHashMap<>(newest);
        try (var statement = connection.prepareStatement("select id, sequence from officers where id = any (?)")) {
            statement.setArray(
                    1, connection.createArrayOf("uuid", newest.keySet().toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    var event = newest.get(id);
                    if (event != null && event.data() != null && event.sequence() <= rows.getLong(2)) {
                        wanted.remove(id);
                    }
                }
            }
        }
        return wanted;
    }

    private static void erase(Connection connection, Map<UUID, InboundEvent> wanted) throws SQLException {
        for (var table : List.of("assignments where officer_id", "officers where id")) {
            try (var delete = connection.prepareStatement("delete from " + table + " = any (?)")) {
                delete.setArray(
                        1, connection.createArrayOf("uuid", wanted.keySet().toArray()));
                delete.executeUpdate();
            }
        }
    }

    private static void insert(Connection connection, Map<UUID, InboundEvent> wanted) throws SQLException {
        var officerSql =
                "insert into officers (id, officer_code, full_name, category, sequence) values (?, ?, ?, ?, ?)";
        var assignmentSql = """
                insert into assignments (id, officer_id, unit_id, position, title, leader, main, valid_from, valid_to)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        try (var officer = connection.prepareStatement(officerSql);
                var assignment = connection.prepareStatement(assignmentSql)) {
            for (var event : wanted.values()) {
                var data = event.data();
                if (data == null) {
                    continue;
                }
                officer.setObject(1, event.key());
                officer.setString(2, required(data, "officerCode"));
                officer.setString(3, required(data, "fullName"));
                officer.setString(4, required(data, "category"));
                officer.setLong(5, event.sequence());
                officer.addBatch();
                for (var each : data.path("assignments")) {
                    bind(assignment, event.key(), each);
                    assignment.addBatch();
                }
            }
            officer.executeBatch();
            assignment.executeBatch();
        }
    }

    private static void bind(PreparedStatement assignment, UUID officer, JsonNode data) throws SQLException {
        assignment.setObject(1, UUID.fromString(required(data, "id")));
        assignment.setObject(2, officer);
        assignment.setObject(3, UUID.fromString(required(data, "unitId")));
        assignment.setString(4, required(data, "position"));
        assignment.setString(5, required(data, "title"));
        assignment.setBoolean(6, data.path("leader").asBoolean());
        assignment.setBoolean(7, data.path("main").asBoolean());
        assignment.setObject(8, LocalDate.parse(required(data, "validFrom")));
        assignment.setObject(9, date(optional(data, "validTo")), Types.DATE);
    }
}
