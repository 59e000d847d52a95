package vn.gov.hanoi.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelayKillTest {
    private static final int ROUNDS = 8;

    private final RelayBench bench = new RelayBench();
    private final Random random = seeded();

    /** Those that die leave no classes to the next. */
    @BeforeAll
    static void oneEndsInOrder() throws Exception {
        new RelayBench().writeMixed(10, RelayBench.keys(2), new Random(1));
        assertThat(runToEnd(RelayProcess.draining())).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void shouldLoseNothingAndKeepOrderWhenProcessDiesAt(Watched.Point point) throws Exception {
        // Given
        bench.writeMixed(300, RelayBench.keys(10), random);
        int dead = runToEnd(RelayProcess.dyingAt(point, 1 + random.nextInt(3)));

        // When
        drain();

        // Then
        assertThat(dead).as("exit of the process").isEqualTo(RelayProcess.DEAD);
        bench.assertAllSentInOrder();
    }

    @Test
    void shouldLoseNothingAndKeepOrderWhenKilledAtRandomMomentsUnderLoad() throws Exception {
        // Given
        var keys = RelayBench.keys(40);
        bench.writeMixed(1_200, keys, random);
        int killed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var process = RelayProcess.draining();
            for (int burst = 0; burst < 10; burst++) {
                process.getInputStream().readNBytes(random.nextInt(40));
                bench.writeMixed(10, keys, random);
            }
            killed += process.destroyForcibly().waitFor() == 0 ? 0 : 1;
        }

        // When
        drain();

        // Then
        assertThat(killed).as("processes killed at work").isPositive();
        bench.assertAllSentInOrder();
    }

    /** The next process, whose relay finds what the dead one left, is this one: a Java more for each point would tell nothing more. */
    private static void drain() throws Exception {
        try (var producer = RelayBench.producer()) {
            RelayBench.drain(new OutboxRelay(RelayBench.database(), producer, 100));
        }
    }

    private static int runToEnd(Process process) throws IOException, InterruptedException {
        try (var sent = process.getInputStream()) {
            sent.readAllBytes();
        }
        return process.waitFor();
    }

    private static Random seeded() {
        long seed = Long.getLong("relay.seed", System.nanoTime());
        System.out.println("RelayKillTest: repeat with -Drelay.seed=" + seed);
        return new Random(seed);
    }
}
