package vn.gov.hanoi.kernel.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Sends pending events and moves them to the event log after the broker's acknowledgement. One cycle is one transaction
 * under an advisory lock, so at most one relay per database works at a time. A crash at any point repeats events and loses none. The log
 * numbers them in the order of these transactions: whoever has read to a position will find nothing new before it.
 *
 * <p>There is no high-water mark: sequence values of transactions that commit late would be skipped.
 */
public final class OutboxRelay {
    private static final Logger LOGGER = Logger.getLogger(OutboxRelay.class);
    /** Any fixed number; the same in all replicas of a service. */
    private static final long LOCK = 7_305_001L;
    /** Many waves of a slow broker are cut into several transactions; one wave is bounded by the producer. */
    private static final Duration SEND_TIME = Duration.ofSeconds(5);

    /**
     * With {@code now()}, a wait that ends during the read ends for all rows of its key or for none. An event behind one of its key on the
     * other lane stays until that one is out. The look at the other lane is a scalar on purpose: it stays one step along an index, while
     * a join would be planned by statistics, which are never right for a queue.
     */
    private static final String OLDEST = """
            select position, topic, partition_key, envelope from outbox_events e
            where %s and not exists (select 1 from outbox_events p
                where p.retry_at > now() and p.partition_key = e.partition_key)
            and coalesce((select min(o.position) from outbox_events o
                where %s and o.partition_key = e.partition_key) > e.position, true)
            order by position limit ?""";

    private static final String SINGLE = OLDEST.formatted("not e.bulk", "o.bulk");
    private static final String BULK = OLDEST.formatted("e.bulk", "not o.bulk");

    private final DataSource database;
    private final Producer<String, byte[]> producer;
    private final int batchSize;
    private final Duration sendTime;

    public OutboxRelay(DataSource database, Producer<String, byte[]> producer, int batchSize) {
        this(database, producer, batchSize, SEND_TIME);
    }

    /** @param sendTime after this no further wave begins in a cycle */
    OutboxRelay(DataSource database, Producer<String, byte[]> producer, int batchSize, Duration sendTime) {
        this.database = database;
        this.producer = producer;
        this.batchSize = batchSize;
        this.sendTime = sendTime;
    }

    /** What a cycle came to. */
    public enum Outcome {
        /** Another relay holds the lock. */
        STANDBY,
        /** Nothing was pending. */
        IDLE,
        /** All pending events went out. */
        DRAINED,
        /** A full batch went out, or the time of the cycle was over; there may be more. */
        FULL,
        /** At least one event did not go out. */
        FAILED
    }

    /** @param sent events acknowledged and moved in this cycle */
    public record Cycle(Outcome outcome, int sent) {}

    private record Pending(long position, String topic, UUID key, byte[] envelope) {}

    private record Sending(Pending event, Future<RecordMetadata> ack) {}

    /** Sends what is pending: the events of single acts first. */
    public Cycle runOnce() throws SQLException, InterruptedException {
        return runOnce(true);
    }

    /** @param withBulk whether events of bulk writes are sent too, or only those of single acts */
    public Cycle runOnce(boolean withBulk) throws SQLException, InterruptedException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var cycle = inTransaction(connection, withBulk);
                connection.commit();
                return cycle;
            } catch (SQLException | RuntimeException | InterruptedException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private Cycle inTransaction(Connection connection, boolean withBulk) throws SQLException, InterruptedException {
        if (!locked(connection)) {
            return new Cycle(Outcome.STANDBY, 0);
        }
        var pending = oldest(connection, SINGLE, batchSize);
        if (withBulk && pending.size() < batchSize) {
            pending.addAll(oldest(connection, BULK, batchSize - pending.size()));
        }
        if (pending.isEmpty()) {
            return new Cycle(Outcome.IDLE, 0);
        }
        var acked = new ArrayList<Pending>();
        var failures = send(pending, acked);
        move(connection, acked);
        postpone(connection, failures);
        if (!failures.isEmpty()) {
            return new Cycle(Outcome.FAILED, acked.size());
        }
        boolean more = pending.size() == batchSize || acked.size() < pending.size();
        return new Cycle(more ? Outcome.FULL : Outcome.DRAINED, acked.size());
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static List<Pending> oldest(Connection connection, String sql, int most) throws SQLException {
        var found = new ArrayList<Pending>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, most);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Pending(
                            rows.getLong(1), rows.getString(2), rows.getObject(3, UUID.class), rows.getBytes(4)));
                }
            }
        }
        found.sort(Comparator.comparingLong(Pending::position));
        return found;
    }

    /**
     * Sends in waves: each wave holds at most one event of a key, so a failed event can never be overtaken by its successor.
     *
     * @return first failed event per key with its cause
     */
    private Map<Pending, Throwable> send(List<Pending> pending, List<Pending> acked) throws InterruptedException {
        var failures = new HashMap<Pending, Throwable>();
        var stopped = new HashSet<UUID>();
        var rest = pending;
        long began = System.nanoTime();
        do {
            var wave = new ArrayList<Pending>();
            var later = new ArrayList<Pending>();
            var keys = new HashSet<UUID>();
            for (var event : rest) {
                if (!stopped.contains(event.key())) {
                    (keys.add(event.key()) ? wave : later).add(event);
                }
            }
            if (!sendWave(wave, acked, failures, stopped)) {
                break;
            }
            rest = later;
        } while (!rest.isEmpty() && System.nanoTime() - began < sendTime.toNanos());
        return failures;
    }

    /** @return false if the broker is away, so that the batch is given up at once instead of waiting for each event */
    private boolean sendWave(
            List<Pending> wave, List<Pending> acked, Map<Pending, Throwable> failures, Set<UUID> stopped)
            throws InterruptedException {
        var sending = new ArrayList<Sending>();
        for (var event : wave) {
            var ack = producer.send(
                    new ProducerRecord<>(event.topic(), event.key().toString(), event.envelope()));
            sending.add(new Sending(event, ack));
            if (ack.state() == Future.State.FAILED && ack.exceptionNow() instanceof RetriableException) {
                break;
            }
        }
        boolean reachable = true;
        for (var each : sending) {
            try {
                each.ack().get();
                acked.add(each.event());
            } catch (ExecutionException e) {
                var cause = e.getCause() == null ? e : e.getCause();
                failures.put(each.event(), cause);
                stopped.add(each.event().key());
                reachable &= !(cause instanceof RetriableException);
            }
        }
        return reachable;
    }

    private static void move(Connection connection, List<Pending> acked) throws SQLException {
        if (acked.isEmpty()) {
            return;
        }
        var sql = """
                with places as (select * from unnest(?::bigint[], ?::uuid[]) as p (position, unit_id)),
                sent as (delete from outbox_events where position in (select position from places) returning *)
                insert into event_log (id, topic, type, aggregate_id, sequence, partition_key, envelope, unit_id)
                select s.id, s.topic, s.type, s.aggregate_id, s.sequence, s.partition_key, s.envelope, p.unit_id
                from sent s join places p on p.position = s.position order by s.position""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", acked.stream().map(Pending::position).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid",
                            acked.stream()
                                    .map(event -> EventPlace.unitOf(event.envelope()))
                                    .toArray()));
            statement.executeUpdate();
        }
    }

    /** Only the refused event waits; while the broker is away every event is tried again in the next cycle. */
    private static void postpone(Connection connection, Map<Pending, Throwable> failures) throws SQLException {
        var sql = """
                update outbox_events set attempts = attempts + 1, last_error = ?,
                    retry_at = case when ? then null
                        else clock_timestamp() + least(power(2, least(attempts, 9)), 300) * interval '1 second' end
                where position = ?""";
        try (var statement = connection.prepareStatement(sql)) {
            for (var failure : failures.entrySet()) {
                var cause = failure.getValue();
                LOGGER.warnf(
                        "event not sent topic=%s position=%d error=%s",
                        failure.getKey().topic(),
                        failure.getKey().position(),
                        cause.getClass().getSimpleName());
                statement.setString(1, cause.getClass().getSimpleName());
                statement.setBoolean(2, cause instanceof RetriableException);
                statement.setLong(3, failure.getKey().position());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
