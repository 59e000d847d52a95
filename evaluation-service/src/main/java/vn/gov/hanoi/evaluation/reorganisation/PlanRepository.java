package vn.gov.hanoi.evaluation.reorganisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.reorganisation.Plan.Mark;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.scope.Caller;

/** Keeps plans as documents. */
@ApplicationScoped
class PlanRepository {
    static final String COLUMNS = """
            id, title, decision_number, decision_signed_on, decision_issuer, effective_on, content, new_units, state,
            scope_unit_id, version, drafted_by, drafted_at, changed_by, pending, requested_by, operation_id,
            applied_by, applied_at, reverted_by, reverted_at, content_version""";
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final DataSource database;
    private final Clock clock;

    PlanRepository(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who asked for something, as it is kept. */
    private record Requester(
            String subject,
            String client,
            String name,
            @Nullable String unitCode,
            Set<String> roles) {}

    void insert(Plan plan) {
        change(
                """
                insert into reorganisations (id, title, decision_number, decision_signed_on, decision_issuer, effective_on, content,
                    new_units, state, scope_unit_id, version, content_version, drafted_by, drafted_at, changed_by, changed_at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, 'DRAFT', ?, 1, 1, ?, ?, ?, ?)""",
                plan.id(),
                plan.head().title(),
                plan.head().decision().number(),
                plan.head().decision().signedOn(),
                plan.head().decision().issuer(),
                plan.head().effectiveOn(),
                json(plan.content()),
                json(plan.refs()),
                plan.scopeUnitId(),
                plan.drafted().by(),
                moment(plan.drafted().at()),
                plan.changedBy(),
                moment(plan.drafted().at()));
    }

    void replace(Plan plan) {
        change(
                """
                update reorganisations set title = ?, decision_number = ?, decision_signed_on = ?, decision_issuer = ?,
                    effective_on = ?, content = ?::jsonb, new_units = ?::jsonb, version = ?, content_version = ?, changed_by = ?, changed_at = ?
                where id = ?""",
                plan.head().title(),
                plan.head().decision().number(),
                plan.head().decision().signedOn(),
                plan.head().decision().issuer(),
                plan.head().effectiveOn(),
                json(plan.content()),
                json(plan.refs()),
                plan.version(),
                plan.contentVersion(),
                plan.changedBy(),
                moment(clock.instant()),
                plan.id());
    }

    /** The plan, held until the end of the transaction. */
    Optional<Plan> hold(UUID id) {
        return one("select " + COLUMNS + " from reorganisations where id = ? for update", id);
    }

    Optional<Plan> find(UUID id) {
        return one("select " + COLUMNS + " from reorganisations where id = ?", id);
    }

    /** The plan whose act was asked for first, of those not done. */
    Optional<Plan> oldestPending() {
        return one(
                "select " + COLUMNS + " from reorganisations where pending is not null order by operation_id limit 1");
    }

    private Optional<Plan> one(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, Arrays.asList(values), null).prepare(connection);
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void cancel(UUID id, String by) {
        change(
                "update reorganisations set state = 'CANCELLED', version = version + 1, changed_by = ?, changed_at = ? where id = ?",
                by,
                moment(clock.instant()),
                id);
    }

    void request(UUID id, Plan.Pending pending, UUID operationId, Caller caller) {
        change(
                """
                update reorganisations set pending = ?, operation_id = ?, requested_by = ?::jsonb, version = version + 1
                where id = ?""",
                pending.name(),
                operationId,
                json(new Requester(
                        caller.subject(), caller.client(), caller.name(), caller.unitCode(), caller.roles())),
                id);
    }

    void applied(UUID id, Mark mark) {
        change("""
                update reorganisations set state = 'APPLIED', pending = null, version = version + 1, applied_by = ?, applied_at = ?
                where id = ?""", mark.by(), moment(mark.at()), id);
    }

    void reverted(UUID id, Mark mark) {
        change("""
                update reorganisations set state = 'REVERTED', pending = null, version = version + 1, reverted_by = ?, reverted_at = ?
                where id = ?""", mark.by(), moment(mark.at()), id);
    }

    /** The act was refused, or its operation was cancelled; the plan is as it was before it was asked for. */
    void released(UUID operationId) {
        change(
                "update reorganisations set pending = null, version = version + 1 where operation_id = ? and pending is not null",
                operationId);
    }

    static Plan read(ResultSet row) throws SQLException {
        var pending = row.getString(15);
        return new Plan(
                row.getObject(1, UUID.class),
                new Plan.Head(
                        row.getString(2),
                        new Plan.Decision(row.getString(3), row.getObject(4, LocalDate.class), row.getString(5)),
                        row.getObject(6, LocalDate.class)),
                parse(row.getString(7), new TypeReference<>() {}),
                parse(row.getString(8), new TypeReference<Map<String, UUID>>() {}),
                Plan.State.valueOf(row.getString(9)),
                row.getObject(10, UUID.class),
                row.getLong(11),
                row.getLong(22),
                new Mark(
                        row.getString(12),
                        row.getObject(13, OffsetDateTime.class).toInstant()),
                row.getString(14),
                pending == null ? null : Plan.Pending.valueOf(pending),
                caller(row.getString(16)),
                row.getObject(17, UUID.class),
                mark(row, 18),
                mark(row, 20));
    }

    private static @Nullable Caller caller(@Nullable String json) {
        if (json == null) {
            return null;
        }
        Requester who = parse(json, new TypeReference<>() {});
        return new Caller(who.subject(), who.client(), who.name(), who.unitCode(), who.roles());
    }

    private static @Nullable Mark mark(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column + 1, OffsetDateTime.class);
        return at == null ? null : new Mark(row.getString(column), at.toInstant());
    }

    private void change(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, Arrays.asList(values), null).prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plan cannot be written", e);
        }
    }

    static <T> T parse(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plan cannot be read", e);
        }
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("plans cannot be read or written", cause);
    }
}
