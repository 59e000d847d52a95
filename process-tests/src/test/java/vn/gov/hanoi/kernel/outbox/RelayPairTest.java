package vn.gov.hanoi.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.outbox.OutboxRelay.Cycle;
import vn.gov.hanoi.kernel.outbox.OutboxRelay.Outcome;

/** Two replicas of a service have one relay each. */
class RelayPairTest {
    private final RelayBench bench = new RelayBench();
    private final Producer<String, byte[]> first = RelayBench.producer();
    private final Producer<String, byte[]> second = RelayBench.producer();
    private final OutboxRelay other = new OutboxRelay(RelayBench.database(), second, 50);

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void shouldStandByWhileAnotherRelayIsAtWork() throws Exception {
        // Given
        bench.writeRandom(20, RelayBench.keys(4), new Random(1));
        var meanwhile = new ArrayList<Cycle>();
        var relay = watched(Watched.Point.BETWEEN_WAVES, () -> meanwhile.add(other.runOnce()));

        // When
        var cycle = relay.runOnce();

        // Then
        assertThat(cycle).isEqualTo(new Cycle(Outcome.DRAINED, 20));
        assertThat(meanwhile).containsExactly(new Cycle(Outcome.STANDBY, 0));
        assertThat(bench.told()).hasSize(20);
        bench.assertAllSentInOrder();
    }

    @Test
    void shouldLoseNothingAndKeepOrderWhenBothRunAtOnceUnderLoad() throws Exception {
        // Given
        var relay = new OutboxRelay(RelayBench.database(), first, 50);
        var writing = new AtomicBoolean(true);

        // When
        try (var threads = Executors.newFixedThreadPool(2)) {
            var runs = List.of(
                    threads.submit(() -> runWhile(writing, relay)), threads.submit(() -> runWhile(writing, other)));
            bench.writeMixed(1_000, RelayBench.keys(20), new Random(2));
            writing.set(false);
            for (var run : runs) {
                run.get();
            }
        }

        // Then
        assertThat(bench.told()).as("sent once").hasSize(1_000);
        bench.assertAllSentInOrder();
    }

    /** A relay that was frozen, or cut off from its database, finds out at its commit only. */
    @Test
    void shouldLoseNothingAndKeepOrderWhenLeaderIsReplacedWithoutKnowing() throws Exception {
        // Given
        bench.writeRandom(60, RelayBench.keys(6), new Random(3));
        var relay = watched(Watched.Point.BETWEEN_WAVES, () -> {
            RelayBench.count("""
                    select count(pg_terminate_backend(pid, 5000)) from pg_locks where locktype = 'advisory'""");
            return other.runOnce();
        });

        // When
        var refused = catchThrowable(relay::runOnce);

        // Then
        assertThat(refused).isInstanceOf(SQLException.class);
        RelayBench.drain(other);
        assertThat(bench.told()).as("repeated").hasSizeGreaterThan(60);
        bench.assertAllSentInOrder();
    }

    /** @param action what happens when the point is passed for the first time */
    private OutboxRelay watched(Watched.Point point, Callable<?> action) {
        var done = new AtomicBoolean();
        var watched = new Watched(passed -> {
            if (passed == point && done.compareAndSet(false, true)) {
                try {
                    action.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        return new OutboxRelay(RelayBench.database(), watched.producer(first), 50);
    }

    private static boolean runWhile(AtomicBoolean writing, OutboxRelay relay) throws Exception {
        while (writing.get() || RelayBench.pending() > 0) {
            if (relay.runOnce().sent() == 0) {
                Thread.sleep(1);
            }
        }
        return true;
    }
}
