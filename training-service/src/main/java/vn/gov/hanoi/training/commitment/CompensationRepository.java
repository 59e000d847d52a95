package vn.gov.hanoi.training.commitment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.commitment.CompensationCase.Ending;
import vn.gov.hanoi.training.commitment.CompensationCase.Opened;
import vn.gov.hanoi.training.commitment.CompensationCase.Verdict;
import vn.gov.hanoi.training.decree.Instalment;
import vn.gov.hanoi.training.decree.Trigger;

/** Stores cases with their instalments and payments; inside the caller's transaction. */
@ApplicationScoped
class CompensationRepository {
    private static final String INSERT = """
            insert into compensations (id, version, commitment_id, officer_id, trigger, event_on, state, opened, opened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

    private static final String UPDATE = """
            update compensations set version = ?, state = ?, verdict = ?::jsonb, amount_vnd = ?, paid_vnd = ?, due_on = ?, ending = ?::jsonb
            where id = ? and version = ?""";

    private static final String PAY = """
            insert into compensation_payments (id, case_id, paid_on, amount_vnd, reference, recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource database;
    private final ObjectMapper json;

    CompensationRepository(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param reference of the receipt, once for a case */
    record Payment(UUID id, LocalDate paidOn, long amountVnd, String reference, String by, Instant at) {}

    void insert(CompensationCase fresh) {
        write(
                INSERT,
                fresh.id(),
                fresh.version(),
                fresh.commitmentId(),
                fresh.officerId(),
                fresh.trigger().name(),
                fresh.eventOn(),
                fresh.state().name(),
                text(fresh.opened()),
                moment(fresh.opened().at()));
    }

    /** As the version after the one that is stored. */
    void update(CompensationCase changed) {
        var verdict = changed.verdict();
        write(
                UPDATE,
                changed.version(),
                changed.state().name(),
                text(verdict),
                verdict == null ? null : verdict.debt().amountVnd(),
                changed.paidVnd(),
                verdict == null ? null : verdict.dueOn(),
                text(changed.ending()),
                changed.id(),
                changed.version() - 1);
    }

    void plan(UUID caseId, List<Instalment> plan) {
        for (int i = 0; i < plan.size(); i++) {
            write(
                    "insert into compensation_instalments (case_id, number, due_on, amount_vnd) values (?, ?, ?, ?)",
                    caseId,
                    i + 1,
                    plan.get(i).dueOn(),
                    plan.get(i).amountVnd());
        }
    }

    void pay(UUID caseId, Payment payment) {
        write(
                PAY,
                payment.id(),
                caseId,
                payment.paidOn(),
                payment.amountVnd(),
                payment.reference(),
                payment.by(),
                moment(payment.at()));
    }

    CompensationCase get(UUID id) {
        return find("select * from compensations where id = ?", id).orElseThrow();
    }

    /** The case, held until the transaction ends. */
    Optional<CompensationCase> forChange(UUID id) {
        return find("select * from compensations where id = ? for update", id);
    }

    /** Whether the commitment has a case that has not ended. */
    boolean isOpenFor(UUID commitmentId) {
        return find(
                        "select * from compensations where commitment_id = ? and state in ('OPEN', 'DECIDED', 'PAYING')",
                        commitmentId)
                .isPresent();
    }

    private Optional<CompensationCase> find(String sql, UUID id) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, id);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(compensation(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("case cannot be read", e);
        }
    }

    /** In their order. */
    List<Instalment> instalments(UUID caseId) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select due_on, amount_vnd from compensation_instalments where case_id = ? order by number")) {
            set(statement, caseId);
            var found = new ArrayList<Instalment>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Instalment(row.getObject(1, LocalDate.class), row.getLong(2)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("instalments cannot be read", e);
        }
    }

    /** In the order in which they were recorded. */
    List<Payment> payments(UUID caseId) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select * from compensation_payments where case_id = ? order by recorded_at, id")) {
            set(statement, caseId);
            var found = new ArrayList<Payment>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Payment(
                            row.getObject("id", UUID.class),
                            row.getObject("paid_on", LocalDate.class),
                            row.getLong("amount_vnd"),
                            row.getString("reference"),
                            row.getString("recorded_by"),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("payments cannot be read", e);
        }
    }

    private CompensationCase compensation(ResultSet row) throws SQLException {
        return new CompensationCase(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("commitment_id", UUID.class),
                row.getObject("officer_id", UUID.class),
                Trigger.valueOf(row.getString("trigger")),
                row.getObject("event_on", LocalDate.class),
                read(row.getString("opened"), Opened.class),
                CompensationState.valueOf(row.getString("state")),
                optional(row.getString("verdict"), Verdict.class),
                row.getLong("paid_vnd"),
                optional(row.getString("ending"), Ending.class));
    }

    private <T> @Nullable T optional(@Nullable String text, Class<T> type) {
        return text == null ? null : read(text, type);
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("case cannot be read", e);
        }
    }

    private @Nullable String text(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("case cannot be written", e);
        }
    }

    private void write(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("a case was changed without holding it");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("case cannot be written", e);
        }
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
