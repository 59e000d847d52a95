package vn.gov.hanoi.evaluation.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/** Keeps operations. Whoever does the work reports its progress here, inside the transaction of the work. */
@ApplicationScoped
public class OperationRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration KEPT = Duration.ofDays(45);
    private static final int PORTION = 1_000;

    private final DataSource database;
    private final Clock clock;
    private final Event<OperationQueued> queued;

    OperationRepository(DataSource database, Clock clock, Event<OperationQueued> queued) {
        this.database = database;
        this.clock = clock;
        this.queued = queued;
    }

    /**
     * A new operation.
     *
     * @param total units of work in all; 0 if they are counted later in the same transaction
     * @param unit what is counted, for example ROW
     * @param resultHref path of the result
     */
    public record Draft(UUID id, String kind, long total, String unit, String resultHref) {}

    /** Makes an operation durable in state QUEUED and wakes the workers after the commit. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void queue(Draft draft, Caller owner) {
        change(
                """
                insert into operations (id, kind, state, total, progress_unit, result_href, owner_subject, owner_client, created_at)
                values (?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?)""",
                draft.id(),
                draft.kind(),
                draft.total(),
                draft.unit(),
                draft.resultHref(),
                owner.subject(),
                owner.client(),
                now());
        queued.fire(new OperationQueued());
    }

    /** Sets how much there is to do, if that was not known when the operation was queued. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void total(UUID id, long total) {
        change("update operations set total = ? where id = ?", total, id);
    }

    /**
     * Keeps an operation from being cancelled until the end of the transaction.
     *
     * @return false if it has ended
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hold(UUID id) {
        return change("update operations set state = 'RUNNING' where id = ? and finished_at is null", id) == 1;
    }

    /**
     * Sets how much is done; an operation that was queued runs from now on.
     *
     * @return false if it has ended
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean progress(UUID id, long done) {
        return change("""
                update operations set state = 'RUNNING', done = ?, started_at = coalesce(started_at, ?)
                where id = ? and finished_at is null""", done, now(), id) == 1;
    }

    /** Ends an operation before its work is done. @return false if it has ended already */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean stop(UUID id, OperationState state, @Nullable Refusal problem) {
        return finish(id, state, problem, false);
    }

    /** Ends an operation whose work is done. @return false if it has ended already */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean finish(UUID id, OperationState state, @Nullable Refusal problem) {
        return finish(id, state, problem, true);
    }

    private boolean finish(UUID id, OperationState state, @Nullable Refusal problem, boolean whole) {
        int ended = change(
                """
                update operations set state = ?, done = case when ? then total else done end, finished_at = ?,
                    started_at = case when ? then coalesce(started_at, ?) else started_at end,
                    problem_code = ?, problem_args = ?::jsonb
                where id = ? and finished_at is null""",
                state.name(),
                whole,
                now(),
                whole,
                now(),
                problem == null ? null : problem.code().code(),
                problem == null ? null : json(problem.args()),
                id);
        return ended == 1;
    }

    /** Forgets operations, with what belongs to them, 45 days after their end. */
    @Transactional
    int forget() {
        return change(
                "delete from operations where id in (select id from operations where finished_at < ? limit ?)",
                now().minus(KEPT),
                PORTION);
    }

    private int change(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("operation cannot be written", e);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String json(Map<String, Object> args) {
        try {
            return JSON.writeValueAsString(args);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("arguments cannot be written", e);
        }
    }
}
