package vn.gov.hanoi.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever reads the log by position while two relays and slow writers are at work misses nothing and sees nothing twice. */
@Tag("late")
class LogReaderTest {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final RelayBench bench = new RelayBench();
    private final List<UUID> keys = RelayBench.keys(8);

    @Test
    void shouldFindEveryEventBehindThePlaceReadTo() throws Exception {
        try (var one = RelayBench.producer();
                var other = RelayBench.producer()) {
            // Given
            var writing = new AtomicBoolean(true);
            var relays = List.of(
                    relaying(new OutboxRelay(RelayBench.database(), one, 7), writing),
                    relaying(new OutboxRelay(RelayBench.database(), other, 5), writing));
            var reader = reading(writing);

            // When
            var written = new ArrayList<UUID>();
            var random = new Random(7);
            try (var slow = RelayBench.database().getConnection()) {
                slow.setAutoCommit(false);
                for (int round = 0; round < 9; round++) {
                    written.add(bench.write(slow, UUID.randomUUID(), 100, round % 2 == 0));
                    for (int quick = 0; quick < 3; quick++) {
                        written.add(bench.write(keys.get(random.nextInt(keys.size()))));
                    }
                    if (round % 3 == 2) {
                        slow.commit();
                    }
                }
            }
            RelayBench.drain(new OutboxRelay(RelayBench.database(), one, 50));
            writing.set(false);
            relays.forEach(CompletableFuture::join);

            // Then
            assertThat(reader.join()).containsExactlyInAnyOrderElementsOf(written);
            bench.assertAllSentInOrder();
        }
    }

    private static CompletableFuture<Void> relaying(OutboxRelay relay, AtomicBoolean writing) {
        return CompletableFuture.runAsync(() -> {
            try {
                while (writing.get()) {
                    relay.runOnce();
                    Thread.sleep(PAUSE);
                }
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Reads once more after the end, so that nothing told before it is left. */
    private static CompletableFuture<List<UUID>> reading(AtomicBoolean writing) {
        return CompletableFuture.supplyAsync(() -> {
            var found = new ArrayList<UUID>();
            long at = 0;
            boolean last;
            do {
                last = !writing.get();
                at = read(at, found);
                LockSupport.parkNanos(PAUSE.toNanos());
            } while (!last);
            return found;
        });
    }

    private static long read(long after, List<UUID> found) {
        long at = after;
        try (var connection = RelayBench.database().getConnection();
                var statement = connection.prepareStatement(
                        "select position, id from event_log where position > ? order by position")) {
            statement.setLong(1, after);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    at = rows.getLong(1);
                    found.add(rows.getObject(2, UUID.class));
                }
            }
            return at;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
