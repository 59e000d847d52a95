package vn.gov.hanoi.evaluation.appointment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.http.Trace;

/** Loads and keeps told appointments; inside the transaction of its caller. */
@ApplicationScoped
class OrderRepository {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = """
            select id, revision, officer_id, unit_id, position, title, effective_on, decision_number, state, assignment_id, refusal, refusal_args
            from appointment_orders""";
    private static final String DUE = """
            select id, traceparent from appointment_orders where state = 'WAITING' and effective_on <= ? order by effective_on, id limit ?""";
    private static final String ADD = """
            insert into appointment_orders (revision, officer_id, unit_id, position, title, effective_on, decision_number, state, assignment_id,
                refusal, refusal_args, traceparent, id, created_at, created_by, changed_at, changed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, %1$s, 'selection', %1$s, 'selection')""";
    private static final String CHANGE = """
            update appointment_orders set revision = ?, officer_id = ?, unit_id = ?, position = ?, title = ?, effective_on = ?, decision_number = ?,
                state = ?, assignment_id = ?, refusal = ?, refusal_args = ?::jsonb, traceparent = ?, version = version + 1, changed_at = %s
            where id = ?""";
    private static final String NOW = "date_trunc('milliseconds', clock_timestamp())";

    private final DataSource database;

    OrderRepository(DataSource database) {
        this.database = database;
    }

    /** Waits for whoever has it in hand. */
    Optional<AppointmentOrder> forChange(UUID id) {
        return read(COLUMNS + " where id = ? for update", id).stream().findFirst();
    }

    /** One that can be carried out on the day; empty if somebody else has it in hand, or has done it. */
    Optional<AppointmentOrder> forWork(UUID id, LocalDate today) {
        return read(
                        COLUMNS + " where id = ? and state = 'WAITING' and effective_on <= ? for update skip locked",
                        id,
                        today)
                .stream()
                .findFirst();
    }

    /** The oldest that can be carried out on the day. */
    List<Due> due(LocalDate today, int most) {
        var found = new ArrayList<Due>();
        rows(DUE, List.of(today, most), row -> found.add(new Due(row.getObject(1, UUID.class), row.getString(2))));
        return found;
    }

    /** @param traceparent context of the act that ordered it, so that what the day brings about can be followed back; null if not known */
    record Due(UUID id, @Nullable String traceparent) {}

    void add(AppointmentOrder order) {
        write(ADD.formatted(NOW), order);
    }

    void change(AppointmentOrder order) {
        write(CHANGE.formatted(NOW), order);
    }

    private void write(String sql, AppointmentOrder order) {
        var values = new ArrayList<@Nullable Object>();
        values.add(order.revision());
        values.add(order.officerId());
        values.add(order.unitId());
        values.add(order.position().name());
        values.add(order.title());
        values.add(order.effectiveOn());
        values.add(order.decisionNumber());
        values.add(order.state().name());
        values.add(order.assignmentId());
        values.add(order.refusal());
        values.add(json(order.refusalArgs()));
        values.add(Trace.parent());
        values.add(order.id());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("told appointments cannot be written", e);
        }
    }

    private List<AppointmentOrder> read(String sql, Object... values) {
        var found = new ArrayList<AppointmentOrder>();
        rows(sql, List.of(values), row -> found.add(order(row)));
        return found;
    }

    private void rows(String sql, List<Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("told appointments cannot be read", e);
        }
    }

    private static AppointmentOrder order(ResultSet row) throws SQLException {
        return new AppointmentOrder(
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                row.getObject("officer_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                Position.valueOf(row.getString("position")),
                row.getString("title"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("decision_number"),
                OrderState.valueOf(row.getString("state")),
                row.getObject("assignment_id", UUID.class),
                row.getString("refusal"),
                args(row.getString("refusal_args")));
    }

    private static String json(Map<String, Object> args) {
        try {
            return JSON.writeValueAsString(args);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of a refusal cannot be written", e);
        }
    }

    static Map<String, Object> args(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of a refusal cannot be read", e);
        }
    }
}
