package vn.gov.hanoi.kernel.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** What an operator does with dead letters; each act is audited. */
@ApplicationScoped
class DeadLetterDesk {
    private static final String COLUMNS =
            "id, topic, partition, record_offset, record_key, error, attempts, state, recorded_at";

    private final DataSource database;
    private final Inbox inbox;
    private final EventConsumer consumer;
    private final AuditTrail audit;
    private final CurrentCaller caller;
    private final Clock clock;

    DeadLetterDesk(
            DataSource database,
            Inbox inbox,
            EventConsumer consumer,
            AuditTrail audit,
            CurrentCaller caller,
            Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.consumer = consumer;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "DeadLetter")
    record DeadLetterView(
            @Schema(description = "Letter") UUID id,

            @Schema(description = "Topic it came from", maxLength = 249, examples = "directory.unit")
            String topic,

            @Schema(description = "Partition of the topic", minimum = "0", examples = "0")
            int partition,

            @Schema(description = "Place in the partition", minimum = "0", examples = "4711")
            long offset,

            @Schema(description = "Key of the event", nullable = true) @Nullable
            String key,

            @Schema(description = "Why it could not be applied; no values of the event", maxLength = 2000)
            String error,

            @Schema(description = "How often it was tried", minimum = "0", examples = "5")
            int attempts,

            @Schema(
                    description = "OPEN, REPLAYED or DISCARDED",
                    enumeration = {"OPEN", "REPLAYED", "DISCARDED"})
            String state,

            @Schema(description = "When it was put aside") Instant recordedAt) {}

    @Transactional
    Page<DeadLetterView> open() {
        var sql = "select " + COLUMNS + " from dead_letters where state = 'OPEN' order by recorded_at, id limit "
                + PageRequest.MOST;
        var items = new ArrayList<DeadLetterView>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                items.add(view(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("dead letters cannot be read", e);
        }
        var time = new Page.Time(LocalDate.now(clock), clock.instant());
        return new Page<>(List.copyOf(items), new Page.Info(PageRequest.MOST, null, null, null), time);
    }

    /** Refusals: resource.not-found, dead-letter.still-failing. */
    @Transactional
    Answer replay(UUID id, String reason) {
        var letter = stored(id);
        try {
            inbox.apply(consumer.handler(letter.topic()), List.of(letter.asRecord()));
        } catch (RuntimeException e) {
            throw new Refused(Refusal.of(KernelProblem.DEAD_LETTER_STILL_FAILING, "error", DeadLetters.describe(e)));
        }
        return end(id, "REPLAYED", "dead-letter.replay", reason);
    }

    /** Refusal: resource.not-found. */
    @Transactional
    Answer discard(UUID id, String reason) {
        stored(id);
        return end(id, "DISCARDED", "dead-letter.discard", reason);
    }

    private Answer end(UUID id, String state, String action, String reason) {
        var sql = "update dead_letters set state = ?, ended_at = ? where id = ? returning " + COLUMNS;
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, state);
            update.setObject(2, OffsetDateTime.now(clock));
            update.setObject(3, id);
            try (var rows = update.executeQuery()) {
                rows.next();
                audit.record(
                        caller.get(), new AuditTrail.Act(action, "dead-letters", id, null, Map.of("reason", reason)));
                return Answer.ok(view(rows), 1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("dead letter cannot be ended", e);
        }
    }

    private DeadLetters.Stored stored(UUID id) {
        var sql = """
                select id, topic, partition, record_offset, record_key, record_value from dead_letters
                where id = ? and state = 'OPEN' for update""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new Refused(KernelProblem.NOT_FOUND);
                }
                return new DeadLetters.Stored(
                        id, rows.getString(2), rows.getInt(3), rows.getLong(4), rows.getString(5), rows.getBytes(6));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("dead letter cannot be read", e);
        }
    }

    private static DeadLetterView view(ResultSet row) throws SQLException {
        return new DeadLetterView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
