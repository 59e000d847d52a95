package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * kill -9 at random moments under load: what was acknowledged is there exactly once, whatever was killed. A client that got
 * no clear answer repeats with the same key, as the contract tells it to.
 */
class KillTest {
    private static final long SEED = Long.getLong("congvu.seed", System.nanoTime());
    private static final int WRITERS = 4;
    /** In how many orders everything dies once; each run has moments of its own. */
    private static final int ROUNDS = Integer.getInteger("congvu.kill-rounds", 1);

    /** What dies at the same moment. Consumers of the same events do so together. */
    private static final List<List<String>> VICTIMS =
            List.of(List.of("evaluation"), List.of("gateway"), List.of("training", "selection"), List.of("kafka"));

    @Test
    void shouldLoseNothingThatWasAcknowledgedWhateverIsKilledUnderLoad() throws Exception {
        // Given
        System.out.println("kill test, seed " + SEED);
        var stop = new AtomicBoolean();
        var acknowledged = new ConcurrentHashMap<UUID, UUID>();
        var random = new Random(SEED);
        var parent = Units.create(City.token("an.nguyen"));

        // When
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(pool.submit(() -> write(parent, stop, acknowledged)));
            }
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    var victims = new ArrayList<>(VICTIMS);
                    Collections.shuffle(victims, random);
                    for (var parts : victims) {
                        killAndStart(parts, random, acknowledged);
                    }
                }
            } finally {
                stop.set(true);
            }
            for (var writer : writers) {
                writer.get();
            }
        }

        // Then
        System.out.printf("%d writes acknowledged around %d kills%n", acknowledged.size(), ROUNDS * VICTIMS.size());
        // A key has one unit, and there is no unit that no key acknowledges.
        assertThat(Units.below(parent, City.token("an.nguyen")))
                .containsExactlyInAnyOrderElementsOf(acknowledged.values());
        requireEachTold();
    }

    /** Kills in the middle of the load, and lets some writes succeed before it is killed and after. */
    private static void killAndStart(List<String> parts, Random random, Map<UUID, UUID> acknowledged)
            throws InterruptedException {
        awaitWrites(acknowledged);
        Thread.sleep(random.nextInt(900));
        parts.forEach(part -> City.suite().process(part).orElseThrow().destroyForcibly());
        await("the process is gone").until(() -> parts.stream()
                .allMatch(part -> City.suite().process(part).isEmpty()));
        CompletableFuture.allOf(parts.stream()
                        .map(part ->
                                CompletableFuture.runAsync(() -> City.suite().start(part)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void awaitWrites(Map<UUID, UUID> acknowledged) {
        int before = acknowledged.size();
        await("writes succeed").atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= before + WRITERS);
    }

    /** One unit after the other; each is repeated with its key until it is acknowledged. */
    private static void write(UUID parent, AtomicBoolean stop, Map<UUID, UUID> acknowledged) {
        while (!stop.get()) {
            var key = UUID.randomUUID();
            var body = Units.request(parent);
            for (int attempt = 0; attempt < 600; attempt++) {
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

    /** The copies are compared as a whole, by number and digest. */
    private static void requireEachTold() {
        var source = digest("/evaluation/v1/ops/directory-source?digest=true");
        assertThat(source.isObject()).isTrue();
        for (var service : List.of("training", "selection")) {
            await(service + " knows what the source knows")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(digest("/" + service + "/v1/ops/directory-copy?digest=true"))
                            .isEqualTo(source));
        }
    }

    private static JsonNode digest(String path) {
        return City.gateway().get(path, City.token("hai.vu")).json().path("digest");
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
