package vn.gov.hanoi.evaluation.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.evaluation.simulation.GroupCounts.Line;
import vn.gov.hanoi.kernel.scope.Caller;

/** Keeps simulations and their counts. All methods work in the caller's transaction. */
@ApplicationScoped
class SimulationRepository {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    /** The columns that {@link #read} reads. */
    static final String COLUMNS = """
            s.id, s.operation_id, s.rule_set_id, s.rule_set_code, s.rule_set_version, s.rule_set_status, s.rule_set_digest, s.document,
            s.from_day, s.last_day, s.root_unit_id, s.scope_root, s.smallest_group, s.owner_subject, s.owner_client, s.owner_name,
            s.owner_unit_code, s.traceparent""";
    /** Any fixed number; the same in all replicas. Whoever holds it simulates. */
    private static final long LOCK = 7_305_009L;

    private final DataSource database;

    SimulationRepository(DataSource database) {
        this.database = database;
    }

    void add(Simulation job) {
        var rules = job.rules();
        var caller = job.caller();
        change(
                "insert into simulations (" + COLUMNS.replace("s.", "")
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                job.operationId(),
                rules.id(),
                rules.code(),
                rules.version(),
                rules.status().name(),
                rules.digest(),
                rules.document(),
                job.from(),
                job.last(),
                job.rootUnitId(),
                job.scopeRoot(),
                job.smallestGroup(),
                caller.subject(),
                caller.client(),
                caller.name(),
                caller.unitCode(),
                job.traceparent());
    }

    /** Keeps the counts, in the order in which they are told. */
    void addLines(UUID id, List<Line> lines) {
        var sql = """
                insert into simulation_lines (simulation_id, seq, kind, unit_id, units, category, figures, caps)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            int seq = 0;
            for (var line : lines) {
                var category = line.category();
                fill(
                        statement,
                        id,
                        ++seq,
                        line.kind().name(),
                        line.unitId(),
                        line.units(),
                        category == null ? null : category.name(),
                        json(line.figures()),
                        json(line.caps()));
                statement.addBatch();
            }
            var _ = statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("counts of a simulation cannot be written", e);
        }
    }

    /** Takes the right to simulate until the end of the transaction. */
    boolean lock() {
        try (var connection = database.getConnection();
                var statement = prepare(connection, "select pg_try_advisory_xact_lock(?)", LOCK);
                var row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("simulations cannot be locked", e);
        }
    }

    /** The simulation that was accepted first and has not ended. */
    Optional<Simulation> oldest() {
        var sql = "select " + COLUMNS + " from operations o join simulations s on s.operation_id = o.id"
                + " where o.kind = 'RULE_SET_SIMULATION' and o.finished_at is null order by o.id limit 1";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("simulation cannot be read", e);
        }
    }

    static Simulation read(ResultSet row) throws SQLException {
        return new Simulation(
                row.getObject("id", UUID.class),
                row.getObject("operation_id", UUID.class),
                new Simulation.Rules(
                        row.getObject("rule_set_id", UUID.class),
                        row.getString("rule_set_code"),
                        row.getInt("rule_set_version"),
                        RuleSetStatus.valueOf(row.getString("rule_set_status")),
                        row.getString("rule_set_digest"),
                        row.getString("document")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("root_unit_id", UUID.class),
                row.getObject("scope_root", UUID.class),
                row.getInt("smallest_group"),
                new Caller(
                        row.getString("owner_subject"),
                        row.getString("owner_client"),
                        row.getString("owner_name"),
                        row.getString("owner_unit_code"),
                        Set.of()),
                row.getString("traceparent"));
    }

    private void change(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, values)) {
            var _ = statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("simulation cannot be written", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        fill(statement, values);
        return statement;
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts cannot be written", e);
        }
    }
}
