package vn.gov.hanoi.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gov.hanoi.kernel.outbox.OutboxRelay.Cycle;
import vn.gov.hanoi.kernel.outbox.OutboxRelay.Outcome;

class RelayAwayTest {
    private final RelayBench bench = new RelayBench();
    private final Producer<String, byte[]> producer = RelayBench.producer();

    private enum Absence {
        CRASHED {
            @Override
            void begin() {
                RelayBench.KAFKA.kill();
            }

            @Override
            void end() {
                RelayBench.KAFKA.restart();
            }
        },
        /** Connections stay open and nothing is answered. */
        FROZEN {
            @Override
            void begin() {
                RelayBench.KAFKA.pause();
            }

            @Override
            void end() {
                RelayBench.KAFKA.resume();
            }
        };

        abstract void begin();

        abstract void end();
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepEventsWhileBrokerIsAwayAndSendThemInOrderAfterwards(Absence absence) throws Exception {
        // Given
        var relay = relayWithBoundedTransaction();
        var keys = RelayBench.keys(10);
        bench.writeRandom(10, keys, new Random(1));
        RelayBench.drain(relay);
        bench.writeRandom(200, keys, new Random(2));

        // When
        var cycle = cycleDuring(absence, relay);

        // Then
        assertThat(cycle).isEqualTo(new Cycle(Outcome.FAILED, 0));
        assertThat(RelayBench.pending()).as("kept").isEqualTo(200);
        assertThat(RelayBench.count("""
                        select count(*) from outbox_events
                        where attempts = 1 and last_error is not null""")).as("tried").isPositive();
        assertThat(RelayBench.count("select count(*) from outbox_events where retry_at is not null"))
                .as("waiting")
                .isZero();
        RelayBench.drain(relay);
        bench.assertAllSentInOrder();
    }

    /** The events behind a refused metadata wait were never sent; their successors must not go first. */
    @Test
    void shouldGiveUpTheCycleWhenBrokerReturnsInTheMiddleOfIt() throws Exception {
        // Given
        bench.writeRandom(100, RelayBench.keys(5), new Random(4));
        var watched = new Watched(point -> Absence.FROZEN.end());
        var relay = new OutboxRelay(RelayBench.database(), watched.producer(producer), 500);

        // When
        var cycle = cycleDuring(Absence.FROZEN, relay);

        // Then
        assertThat(cycle).isEqualTo(new Cycle(Outcome.FAILED, 0));
        RelayBench.drain(relay);
        bench.assertAllSentInOrder();
    }

    @Test
    void shouldMoveWhatWasAcknowledgedBeforeBrokerWentAway() throws Exception {
        // Given
        bench.writeRandom(100, RelayBench.keys(5), new Random(3));
        var acks = new AtomicInteger();
        var watched = new Watched(point -> {
            if (point == Watched.Point.ACKED && acks.incrementAndGet() == 20) {
                Absence.CRASHED.begin();
            }
        });
        var relay = new OutboxRelay(RelayBench.database(), watched.producer(producer), 500);

        // When
        Cycle cycle;
        try {
            cycle = relay.runOnce();
        } finally {
            Absence.CRASHED.end();
        }

        // Then
        assertThat(cycle.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(cycle.sent()).isBetween(20, 99);
        assertThat(RelayBench.pending()).as("kept").isEqualTo(100 - cycle.sent());
        RelayBench.drain(relay);
        bench.assertAllSentInOrder();
    }

    private static Cycle cycleDuring(Absence absence, OutboxRelay relay) throws Exception {
        absence.begin();
        try {
            return relay.runOnce();
        } finally {
            absence.end();
        }
    }

    /** The database itself ends a transaction that outlasts one wait for metadata and one for delivery. */
    private OutboxRelay relayWithBoundedTransaction() {
        var database = RelayClients.database(RelayBench.jdbcUrl());
        database.setOptions("-c transaction_timeout=12s");
        return new OutboxRelay(database, producer, 500);
    }
}
