package vn.gov.hanoi.kernel.directorycopy;

import static vn.gov.hanoi.kernel.directorycopy.Payload.day;
import static vn.gov.hanoi.kernel.directorycopy.Payload.id;
import static vn.gov.hanoi.kernel.directorycopy.Payload.optionalDay;
import static vn.gov.hanoi.kernel.directorycopy.Payload.orElse;
import static vn.gov.hanoi.kernel.directorycopy.Payload.required;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
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
        try (var connection = database.getConnection()) {
            var wanted = Newest.of(connection, "officers", events);
            var ids = wanted.stream().map(InboundEvent::key).toArray();
            Newest.erase(connection, ids, List.of("assignments where officer_id", "officers where id"));
            insert(connection, wanted);
        } catch (SQLException e) {
            throw new IllegalStateException("officer copy cannot be written", e);
        }
    }

    private static void insert(Connection connection, Collection<InboundEvent> wanted) throws SQLException {
        var officerSql =
                "insert into officers (id, officer_code, full_name, category, sequence) values (?, ?, ?, ?, ?)";
        var assignmentSql = """
                insert into assignments (id, officer_id, unit_id, position, title, leader, main, valid_from, valid_to, kind, category)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
        try (var officer = connection.prepareStatement(officerSql);
                var assignment = connection.prepareStatement(assignmentSql)) {
            for (var event : wanted) {
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
                    assignment.setString(10, orElse(each, "kind", "REGULAR"));
                    assignment.setString(11, orElse(each, "category", required(data, "category")));
                    assignment.addBatch();
                }
            }
            officer.executeBatch();
            assignment.executeBatch();
        }
    }

    private static void bind(PreparedStatement assignment, UUID officer, JsonNode data) throws SQLException {
        assignment.setObject(1, id(data, "id"));
        assignment.setObject(2, officer);
        assignment.setObject(3, id(data, "unitId"));
        assignment.setString(4, required(data, "position"));
        assignment.setString(5, required(data, "title"));
        assignment.setBoolean(6, data.path("leader").asBoolean());
        assignment.setBoolean(7, data.path("main").asBoolean());
        assignment.setObject(8, day(data, "validFrom"));
        assignment.setObject(9, optionalDay(data, "validTo"), Types.DATE);
    }
}
