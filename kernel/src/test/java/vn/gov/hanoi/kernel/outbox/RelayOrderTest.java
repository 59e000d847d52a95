package vn.gov.hanoi.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.outbox.OutboxRelay.Cycle;
import vn.gov.hanoi.kernel.outbox.OutboxRelay.Outcome;

@Tag("late")
class RelayOrderTest {
    private static final String REFUSED = "retry_at is not null";

    private final RelayBench bench = new RelayBench();
    private final Producer<String, byte[]> producer = RelayBench.producer();
    private final OutboxRelay relay = new OutboxRelay(RelayBench.database(), producer, 500);
    private final List<UUID> others = RelayBench.keys(12);
    private final UUID key = UUID.randomUUID();

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void shouldLetOnlyKeyOfRefusedEventWait() throws Exception {
        // Given
        bench.write(key);
        var refused = bench.write(key, RelayBench.TOO_LARGE);
        bench.writeRandom(100, others, new Random(1));
        var successor = bench.write(key);

        // When
        var cycle = relay.runOnce();

        // Then
        assertThat(cycle).isEqualTo(new Cycle(Outcome.FAILED, 101));
        assertThat(RelayBench.ids("select id from outbox_events order by position"))
                .containsExactly(refused, successor);
        assertThat(RelayBench.ids("""
                        select id from outbox_events where attempts = 1
                        and last_error = 'RecordTooLargeException' and retry_at > recorded_at""")).containsExactly(refused);
    }

    @Test
    void shouldNotOvertakeWaitingEventAndKeepOrderWhenItIsFixed() throws Exception {
        // Given
        bench.write(key, RelayBench.TOO_LARGE);
        bench.write(key);
        relay.runOnce();
        RelayBench.execute("update outbox_events set retry_at = now() + interval '1 hour' where " + REFUSED);
        bench.write(key);
        bench.writeRandom(30, others, new Random(2));

        // When
        var meanwhile = relay.runOnce();
        var idle = relay.runOnce();
        RelayBench.execute(
                "update outbox_events set envelope = substr(envelope, 1, 100), retry_at = now() where " + REFUSED);
        var fixed = relay.runOnce();

        // Then
        assertThat(List.of(meanwhile, idle, fixed))
                .containsExactly(
                        new Cycle(Outcome.DRAINED, 30), new Cycle(Outcome.IDLE, 0), new Cycle(Outcome.DRAINED, 3));
        bench.assertAllSentInOrder();
    }

    /** The growing wait must not overflow, or one refused event would end every later cycle. */
    @Test
    void shouldGoOnWhenEventWasRefusedThousandsOfTimes() throws Exception {
        // Given
        var refused = bench.write(key, RelayBench.TOO_LARGE);
        RelayBench.execute("update outbox_events set attempts = 5000");
        bench.writeRandom(10, others, new Random(3));

        // When
        var cycle = relay.runOnce();

        // Then
        assertThat(cycle).isEqualTo(new Cycle(Outcome.FAILED, 10));
        assertThat(RelayBench.ids("""
                        select id from outbox_events where attempts = 5001
                        and retry_at between now() + interval '4 minutes' and now() + interval '5 minutes'""")).containsExactly(refused);
    }

    /** The wait of the first event may end while the rows are being read; then all of its key is taken or nothing. */
    @ParameterizedTest
    @ValueSource(ints = {30, 60, 120})
    void shouldNotOvertakeEventWhoseWaitEndsDuringTheRead(int milliseconds) throws Exception {
        // Given
        RelayBench.execute("""
                insert into outbox_events (id, topic, type, aggregate_id, sequence, partition_key, envelope)
                select gen_random_uuid(), '%1$s', 'test', '%2$s', n, '%2$s', '' from generate_series(1, 100000) n""".formatted(bench.topic, key));
        RelayBench.execute("""
                update outbox_events set retry_at = clock_timestamp() + %d * interval '1 millisecond'
                where sequence = 1""".formatted(milliseconds));

        // When
        var cycle = new OutboxRelay(RelayBench.database(), producer, 5).runOnce();

        // Then
        assertThat(RelayBench.count("select coalesce(max(sequence), 0) from event_log"))
                .as("sequences sent begin at 1")
                .isEqualTo(cycle.sent());
    }

    @Test
    void shouldSendEventThatCommitsAfterLaterPositionWasSent() throws Exception {
        // Given
        Cycle before;
        try (var late = RelayBench.database().getConnection()) {
            late.setAutoCommit(false);
            bench.write(late, key, 100, false);
            bench.write(others.getFirst());
            before = relay.runOnce();
            late.commit();
        }

        // When
        var after = relay.runOnce();

        // Then
        assertThat(List.of(before, after))
                .containsExactly(new Cycle(Outcome.DRAINED, 1), new Cycle(Outcome.DRAINED, 1));
        bench.assertAllSentInOrder();
    }

    @Test
    void shouldCommitAfterWaveInWhichTimeOfCycleEnded() throws Exception {
        // Given
        bench.write(key);
        bench.write(key);
        bench.write(others.getFirst());
        var hurried = new OutboxRelay(RelayBench.database(), producer, 500, Duration.ZERO);

        // When
        var cycles = List.of(hurried.runOnce(), hurried.runOnce(), hurried.runOnce());

        // Then
        assertThat(cycles)
                .containsExactly(new Cycle(Outcome.FULL, 2), new Cycle(Outcome.DRAINED, 1), new Cycle(Outcome.IDLE, 0));
        bench.assertAllSentInOrder();
    }

    @Test
    void shouldTellSingleActsBeforeBulkThatWasWrittenEarlier() throws Exception {
        // Given
        others.forEach(bench::writeBulk);
        var single = bench.write(key);
        var small = new OutboxRelay(RelayBench.database(), producer, 1);

        // When
        var first = small.runOnce();
        var toldFirst = RelayBench.ids("select id from event_log");
        RelayBench.drain(relay);

        // Then
        assertThat(first).isEqualTo(new Cycle(Outcome.FULL, 1));
        assertThat(toldFirst).containsExactly(single);
        bench.assertAllSentInOrder();
    }

    @Test
    void shouldKeepOrderOfKeyWhoseEventsAreOnBothLanes() throws Exception {
        // Given
        bench.write(key);
        bench.writeBulk(key);
        bench.write(key);

        // When
        var cycles = List.of(relay.runOnce(), relay.runOnce(), relay.runOnce(), relay.runOnce());

        // Then
        assertThat(cycles)
                .extracting(Cycle::sent)
                .as("a later lane waits for the earlier one")
                .containsExactly(1, 1, 1, 0);
        bench.assertAllSentInOrder();
    }

    @Test
    void shouldLeaveBulkWhereItIsNotDue() throws Exception {
        // Given
        bench.writeBulk(key);
        bench.write(key);
        bench.write(others.getFirst());

        // When
        var singles = List.of(relay.runOnce(false), relay.runOnce(false));
        var all = List.of(relay.runOnce(true), relay.runOnce(false));

        // Then
        assertThat(singles).containsExactly(new Cycle(Outcome.DRAINED, 1), new Cycle(Outcome.IDLE, 0));
        assertThat(all).containsExactly(new Cycle(Outcome.DRAINED, 1), new Cycle(Outcome.DRAINED, 1));
        bench.assertAllSentInOrder();
    }
}
