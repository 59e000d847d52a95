package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * kill -9 at random moments under load: what was acknowledged is there exactly once, whatever was killed. A client that got
 * no clear answer repeats with the same key, as the contract tells it to.
 */
class KillTest {
    private static final long SEED = Long.getLong("congvu.seed", System.nanoTime());
    private static final int WRITERS = 4;
    private static final int KILLS = 3;

    @ParameterizedTest
    @ValueSource(strings = {"evaluation", "gateway", "training", "selection", "kafka"})
    void shouldLoseNothingThatWasAcknowledged(String part) throws Exception {
        // Given
        System.out.println("kill test of " + part + ", seed " + SEED);
        var stop = new AtomicBoolean();
        var acknowledged = new ConcurrentHashMap<UUID, UUID>();
        var random = new Random(SEED + part.hashCode());
        City.token("an.nguyen");

        // When
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(pool.submit(() -> write(stop, acknowledged)));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(300 + random.nextInt(900));
                City.suite().process(part).orElseThrow().destroyForcibly();
                await("the process is gone")
                        .until(() -> City.suite().process(part).isEmpty());
                City.suite().start(part);
            }
            Thread.sleep(500);
            stop.set(true);
            for (var writer : writers) {
                writer.get();
            }
        }

        // Then
        assertThat(acknowledged).as("some writes succeeded").isNotEmpty();
        System.out.printf("%d writes acknowledged around %d kills of %s%n", acknowledged.size(), KILLS, part);
        requireEachOnce(acknowledged.values());
        requireEachTold(acknowledged.values());
    }

    /** One unit after the other; each is repeated with its key until it is acknowledged. */
    private static void write(AtomicBoolean stop, Map<UUID, UUID> acknowledged) {
        while (!stop.get()) {
            var key = UUID.randomUUID();
            var body = Units.request();
            for (int attempt = 0; attempt < 200; attempt++) {
                var id = attempt(key, body);
                if (id != null) {
                    acknowledged.put(key, id);
                    break;
                }
                pause(100);
            }
            pause(100);
        }
    }

    /** @return the id of the unit, or null if the answer left open whether it was made */
    private static UUID attempt(UUID key, String body) {
        try {
            var answer = City.gateway().post("/evaluation/v1/units", City.token("an.nguyen"), body, key);
            if (answer.status() == 201) {
                return UUID.fromString(answer.json().path("id").asText());
            }
            assertThat(answer.status()).as(answer.body()).isIn(409, 502, 503, 504);
            return null;
        } catch (UncheckedIOException _) {
            return null;
        }
    }

    private static void requireEachOnce(Iterable<UUID> units) {
        var codes = new ArrayList<String>();
        for (var unit : units) {
            var answer = City.gateway().get("/evaluation/v1/units/" + unit, City.token("an.nguyen"));
            assertThat(answer.status()).as("unit " + unit + " was acknowledged").isEqualTo(200);
            codes.add(answer.json().path("code").asText());
        }
        assertThat(codes).doesNotHaveDuplicates();
    }

    private static void requireEachTold(Iterable<UUID> units) {
        for (var service : List.of("training", "selection")) {
            for (var unit : units) {
                if (!knows(service, unit)) {
                    await(service + " knows " + unit)
                            .atMost(Duration.ofSeconds(60))
                            .until(() -> knows(service, unit));
                }
            }
        }
    }

    private static boolean knows(String service, UUID unit) {
        return Units.copyStatus(service, unit, City.token("hai.vu")) == 200;
    }

    /** Bounds the load, so that the restarts and not the writers take the time. */
    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
