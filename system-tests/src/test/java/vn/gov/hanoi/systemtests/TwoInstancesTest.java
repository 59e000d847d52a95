package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.gov.hanoi.localstack.load.Balancer;
import vn.gov.hanoi.localstack.load.Load;
import vn.gov.hanoi.localstack.load.Request;

/**
 * The suite as a cluster runs it: a second evaluation-service and a second gateway, behind a balancer that looks at readiness. The second
 * ones are started while Keycloak is away; then all are replaced one by one. Nobody who uses the suite may notice any of it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "congvu.two-instances", matches = "true")
class TwoInstancesTest {
    private static final List<String> DOUBLED = List.of("evaluation", "gateway");
    private static final String READER = "giang.do";
    private static final String UNITS = "/evaluation/v1/units";
    private static final List<String> READS =
            List.of(UNITS + "?limit=1", "/training/v1/accounts?limit=1", "/selection/v1/vacancies?limit=1");
    /** Tokens are verified again, and keys fetched, each two seconds here. */
    private static final Duration WITHOUT_KEYCLOAK = Duration.ofSeconds(6);

    private static final int PER_SECOND = 150;
    private static final int FEWEST = 2_000;
    private static final int EACH_WRITES = 5;

    @AfterAll
    static void goOnWithOne() {
        both(part -> City.suite().stop(part, 2));
    }

    @Test
    @Order(1)
    void F17_shouldServeHoldersOfTokensWhileKeycloakIsAwayAndFindItWhenItComes() throws Exception {
        // Given
        var token = City.token(READER);
        READS.forEach(path ->
                assertThat(City.gateway().get(path, token).status()).as(path).isEqualTo(200));
        City.suite().stop("keycloak", 1);
        var starting =
                CompletableFuture.runAsync(() -> both(part -> City.suite().start(part, 2)));

        // When
        List<Integer> direct;
        List<Load.Outcome> outcomes;
        try (var load = load(PER_SECOND / 3, 4, number -> Request.get("read", READER, read(number)), 1)) {
            direct = untilTheSecondOnesWait(token, starting);
            outcomes = load.stop();
        }
        var unready = City.suite().gateway(2);
        var refused = new Http(unready).get(UNITS + "?limit=1", token);

        // Then
        assertThat(faults(outcomes)).isEmpty();
        assertThat(outcomes).hasSizeGreaterThan(100);
        assertThat(direct).hasSizeGreaterThan(10).containsOnly(200);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().path("code").asText()).isEqualTo("gateway.identity-unavailable");
        assertThat(starting).isNotDone();

        // When
        City.suite().start("keycloak");

        // Then: nobody has to ask them for it
        starting.join();
        assertThat(new Http(unready)
                        .get(UNITS + "?limit=1", City.suite().token(READER))
                        .status())
                .isEqualTo(200);
    }

    /** Asks the first services past the gateway, until the second ones are up, without keys. */
    private static List<Integer> untilTheSecondOnesWait(String token, CompletableFuture<Void> starting)
            throws InterruptedException {
        var statuses = new ArrayList<Integer>();
        long end = System.nanoTime() + WITHOUT_KEYCLOAK.toNanos();
        while (System.nanoTime() < end
                || !starting.isDone() && !DOUBLED.stream().allMatch(part -> readiness(part, 2) == 503)) {
            for (var path : READS) {
                statuses.add(City.direct(path.split("/")[1]).get(path, token).status());
            }
            DOUBLED.forEach(part -> statuses.add(readiness(part, 1)));
            Thread.sleep(200);
        }
        return statuses;
    }

    @Test
    @Order(2)
    void F19_shouldFailNoRequestWhileAServiceAndTheGatewayAreReplacedOneByOne() {
        // Given
        both(part -> City.suite().start(part, 2));
        var parent = Units.create(City.token("an.nguyen"));

        // When
        List<Load.Outcome> outcomes;
        try (var load = load(PER_SECOND, 8, number -> request(number, parent), 1, 2)) {
            for (int replica = 1; replica <= 2; replica++) {
                int one = replica;
                both(part -> {
                    City.suite().stop(part, one);
                    City.suite().start(part, one);
                });
            }
            await("enough requests").atMost(Duration.ofSeconds(60)).until(() -> load.done() >= FEWEST);
            outcomes = load.stop();
        }

        // Then
        assertThat(faults(outcomes)).isEmpty();
        long written = outcomes.stream()
                .filter(outcome -> outcome.kind().equals("write"))
                .count();
        System.out.printf("%d requests, %d of them writes, while all were replaced%n", outcomes.size(), written);
        assertThat(Units.below(parent, City.token("an.nguyen"))).hasSize((int) written);
    }

    private static Load load(
            int perSecond, int lines, java.util.function.LongFunction<Request> requests, int... gateways) {
        var servers = java.util.Arrays.stream(gateways)
                .mapToObj(replica -> new Balancer.Server(
                        City.suite().gateway(replica), City.suite().readiness("gateway", replica)))
                .toList();
        return new Load(new Balancer(servers), City::token, requests, perSecond, lines);
    }

    private static Request request(long number, UUID parent) {
        return number % EACH_WRITES == 0
                ? Request.post("write", "an.nguyen", UNITS, Units.request(parent))
                : Request.get("read", READER, read(number));
    }

    private static String read(long number) {
        return READS.get((int) (number % READS.size()));
    }

    private static List<String> faults(List<Load.Outcome> outcomes) {
        return outcomes.stream()
                .map(Load.Outcome::fault)
                .filter(fault -> !fault.isEmpty())
                .toList();
    }

    private static void both(java.util.function.Consumer<String> act) {
        CompletableFuture.allOf(DOUBLED.stream()
                        .map(part -> CompletableFuture.runAsync(() -> act.accept(part)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static int readiness(String part, int replica) {
        return status(City.suite().readiness(part, replica));
    }

    /** 0 if nobody listens. */
    private static int status(URI address) {
        try {
            return new Http(address).anonymous(address.getPath()).status();
        } catch (java.io.UncheckedIOException _) {
            return 0;
        }
    }
}
