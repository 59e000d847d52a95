package vn.gov.hanoi.kernel.directorycopy;

import static vn.gov.hanoi.kernel.inbox.Payload.day;
import static vn.gov.hanoi.kernel.inbox.Payload.id;
import static vn.gov.hanoi.kernel.inbox.Payload.optionalDay;
import static vn.gov.hanoi.kernel.inbox.Payload.optionalId;
import static vn.gov.hanoi.kernel.inbox.Payload.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.Payload;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/**
 * Keeps the copy of the units with their dated states and codes, and closes the tree again after each group. A parent may
 * arrive after its children, so the copy has no foreign keys.
 */
@ApplicationScoped
@IfBuildProperty(name = "congvu.directory-copy.enabled", stringValue = "true")
class UnitCopy implements TopicHandler {
    private static final String LOCK = "lock table unit_ancestors in share row exclusive mode";
    private static final String UNIT = """
            insert into units (id, code, name, type, parent_id, valid_from, valid_to, sequence)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String STATE =
            "insert into unit_states (unit_id, name, type, parent_id, valid_from, valid_to) values (?, ?, ?, ?, ?, ?)";
    private static final String CODE =
            "insert into unit_codes (unit_id, scheme, code, valid_from, valid_to) values (?, ?, ?, ?, ?)";
    private static final String SUCCESSION = """
            insert into unit_successions (from_unit_id, to_unit_id, share, effective_on, decision_number)
            values (?, ?, ?, ?, ?)""";

    private final DataSource database;

    UnitCopy(DataSource database) {
        this.database = database;
    }

    @Override
    public String topic() {
        return "directory.unit";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        try (var connection = database.getConnection()) {
            // Parent and child may arrive at two replicas at once; each must see the other's states when it closes the
            // tree.
            try (var lock = connection.prepareStatement(LOCK)) {
                lock.execute();
            }
            var wanted = Newest.of(connection, "units", events);
            if (!wanted.isEmpty()) {
                var ids = wanted.stream().map(InboundEvent::key).toArray();
                Newest.erase(
                        connection,
                        ids,
                        List.of(
                                "units where id",
                                "unit_states where unit_id",
                                "unit_codes where unit_id",
                                "unit_successions where from_unit_id"));
                insert(connection, wanted);
                follow(connection, ids);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("unit copy cannot be written", e);
        }
    }

    private static void insert(Connection connection, Collection<InboundEvent> wanted) throws SQLException {
        try (var unit = connection.prepareStatement(UNIT);
                var state = connection.prepareStatement(STATE);
                var code = connection.prepareStatement(CODE);
                var succession = connection.prepareStatement(SUCCESSION)) {
            for (var event : wanted) {
                var data = event.data();
                if (data == null) {
                    continue;
                }
                addUnit(unit, event, data);
                for (var each : states(data)) {
                    addState(state, event.key(), each);
                }
                for (var each : codes(data)) {
                    addCode(code, event.key(), each);
                }
                for (var each : data.path("successors")) {
                    addSuccession(succession, event.key(), each);
                }
            }
            unit.executeBatch();
            state.executeBatch();
            code.executeBatch();
            succession.executeBatch();
        }
    }

    private static void addUnit(PreparedStatement unit, InboundEvent event, JsonNode data) throws SQLException {
        unit.setObject(1, event.key());
        unit.setString(2, required(data, "code"));
        unit.setString(3, required(data, "name"));
        unit.setString(4, required(data, "type"));
        unit.setObject(5, optionalId(data, "parentId"));
        unit.setObject(6, day(data, "validFrom"));
        unit.setObject(7, optionalDay(data, "validTo"), Types.DATE);
        unit.setLong(8, event.sequence());
        unit.addBatch();
    }

    /**
     * An event of before the states were added tells one state: its own top level. States that are there but empty are those of
     * a unit that was planned and undone before its first day.
     */
    private static Iterable<JsonNode> states(JsonNode data) {
        return data.has("states") ? data.path("states") : List.of(data);
    }

    private static Iterable<JsonNode> codes(JsonNode data) {
        if (data.has("codes")) {
            return data.path("codes");
        }
        return List.of(JsonNodeFactory.instance
                .objectNode()
                .put("scheme", "ELECTRONIC")
                .put("code", required(data, "code"))
                .put("validFrom", required(data, "validFrom"))
                .put("validTo", Payload.optional(data, "validTo")));
    }

    private static void addState(PreparedStatement state, UUID unit, JsonNode data) throws SQLException {
        state.setObject(1, unit);
        state.setString(2, required(data, "name"));
        state.setString(3, required(data, "type"));
        state.setObject(4, optionalId(data, "parentId"));
        state.setObject(5, day(data, "validFrom"));
        state.setObject(6, optionalDay(data, "validTo"), Types.DATE);
        state.addBatch();
    }

    private static void addCode(PreparedStatement code, UUID unit, JsonNode data) throws SQLException {
        code.setObject(1, unit);
        code.setString(2, required(data, "scheme"));
        code.setString(3, required(data, "code"));
        code.setObject(4, day(data, "validFrom"));
        code.setObject(5, optionalDay(data, "validTo"), Types.DATE);
        code.addBatch();
    }

    private static void addSuccession(PreparedStatement succession, UUID unit, JsonNode data) throws SQLException {
        succession.setObject(1, unit);
        succession.setObject(2, id(data, "unitId"));
        succession.setBigDecimal(3, new BigDecimal(required(data, "share")));
        succession.setObject(4, day(data, "effectiveOn"));
        succession.setString(5, required(data, "decisionNumber"));
        succession.addBatch();
    }

    private static void follow(Connection connection, Object[] ids) throws SQLException {
        try (var follow = connection.prepareStatement("select follow_units(?)")) {
            follow.setArray(1, connection.createArrayOf("uuid", ids));
            follow.execute();
        }
    }
}
