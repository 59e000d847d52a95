package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.systemtests.LedgerHistory.Account;
import vn.gov.hanoi.systemtests.LedgerHistory.Entry;

/**
 * 64 accounts under mixed load while the service and PostgreSQL are killed at random moments: no acknowledged posting is
 * lost, none is there twice, no balance is negative at any point of the order. Who got no clear answer repeats with the key.
 * {@code -Dcongvu.kill-rounds=4} kills 14 processes instead of two.
 */
class LedgerKillTest {
    private static final long SEED = Long.getLong("congvu.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("congvu.kill-rounds", 1);
    private static final int ACCOUNTS = 64;
    private static final int WRITERS = 8;
    /** So little that it runs out in places, so much that some postings of each round succeed. */
    private static final int BUDGET = 5_000 * ROUNDS;

    private static final int YEAR = 2077;
    private static final String ENTRIES = "/training/v1/ledger-entries";

    private final Map<UUID, UUID> acknowledged = new ConcurrentHashMap<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private int kills;

    /** The database is that of Keycloak too; it recovers by itself, and the next tests make people there. */
    @AfterAll
    static void waitForTheOthers() {
        KeycloakAdmin.awaitRecovery();
    }

    @Test
    void shouldLoseAndDoubleNothingWhateverIsKilledUnderLoad() throws Exception {
        // Given
        System.out.println("ledger kill test, seed " + SEED);
        var random = new Random(SEED);
        var plan = decide();
        var accounts = accounts(plan).stream().map(Account::id).toList();

        // When
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                long seed = random.nextLong();
                writers.add(pool.submit(() -> write(accounts, new Random(seed))));
            }
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    killings(round, random).forEach(parts -> kill(parts, random));
                }
                awaitPostings();
            } finally {
                stop.set(true);
            }
            for (var writer : writers) {
                writer.get();
            }
        }

        // Then
        System.out.printf("%d postings acknowledged around %d kills%n", acknowledged.size(), kills);
        assertThat(LedgerHistory.faults(accounts(plan), entries(plan), acknowledged))
                .isEmpty();
        assertThat(City.direct("training")
                        .get("/training/v1/accounts/trial-balance?year=" + YEAR, City.token("binh.tran"))
                        .json()
                        .path("balanced")
                        .asBoolean())
                .isTrue();
    }

    /** The first round is short: each part once. Later ones also kill both at once. */
    private static List<List<String>> killings(int round, Random random) {
        var killings = new ArrayList<>(List.of(List.of("training"), List.of("postgres")));
        if (round > 0) {
            killings.add(List.of("postgres", "training"));
        }
        Collections.shuffle(killings, random);
        return killings;
    }

    /** @param parts in the order in which they can be started again */
    private void kill(List<String> parts, Random random) {
        awaitPostings();
        pause(random.nextInt(700));
        var processes = parts.stream()
                .map(part -> City.suite().process(part).orElseThrow())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        await("all of it is gone").until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        kills += parts.size();
        parts.forEach(City.suite()::start);
    }

    private void awaitPostings() {
        int before = acknowledged.size();
        await("postings succeed")
                .atMost(Duration.ofSeconds(90))
                .until(() -> acknowledged.size() >= before + 10 * WRITERS);
    }

    /** Commits, spends, releases and takes back, each repeated with its key until there is an answer. */
    private void write(List<UUID> accounts, Random random) {
        while (!stop.get()) {
            var account = accounts.get(random.nextInt(ACCOUNTS));
            var commitment = post("binh.tran", body(account, "COMMITMENT", 1 + random.nextInt(60), ""));
            if (commitment != null) {
                var use = ",\"commitmentId\":\"" + commitment + "\"";
                var spent = post("hoa.ngo", body(account, "EXPENDITURE", 1 + random.nextInt(60), use));
                post("binh.tran", body(account, "RELEASE", 1 + random.nextInt(30), use));
                if (spent != null && random.nextBoolean()) {
                    post("hoa.ngo", body(account, "REFUND", 1, use));
                }
            }
        }
    }

    private static String body(UUID account, String kind, int amount, String more) {
        return "{\"accountId\":\"%s\",\"kind\":\"%s\",\"amountVnd\":%d,\"description\":\"Thử\"%s}"
                .formatted(account, kind, amount, more);
    }

    /** @return the entry; null if a rule refuses it */
    private UUID post(String user, String body) {
        var key = UUID.randomUUID();
        for (int attempt = 0; attempt < 900; attempt++) {
            try {
                var answer = City.direct("training").post(ENTRIES, City.token(user), body, key);
                if (answer.status() == 201) {
                    var entry = UUID.fromString(answer.json().path("id").asText());
                    acknowledged.put(key, entry);
                    return entry;
                }
                if (answer.status() == 422) {
                    return null;
                }
                assertThat(answer.status()).as(answer.body()).isIn(409, 503);
            } catch (UncheckedIOException _) {
                // Killed, or not there yet.
            }
            pause(100);
        }
        throw new AssertionError("never answered");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String decide() {
        var blocks = IntStream.range(0, ACCOUNTS)
                .mapToObj(i ->
                        "{\"code\":\"K%d\",\"name\":\"Khối\",\"fundingSource\":\"%s\",\"budgetVnd\":%d,\"status\":\"ASSIGNED\",\"lines\":[{\"code\":\"KL%d\",\"name\":\"Chỉ tiêu\",\"classes\":1,\"places\":1}]}"
                                .formatted(i, i % 2 == 0 ? "CITY_BUDGET" : "DISTRICT_BUDGETS", BUDGET, i))
                .collect(Collectors.joining(",", "[", "]"));
        var answer = City.direct("training")
                .post("/training/v1/plan-decisions", City.token("binh.tran"), """
                        {"year":%d,"kind":"ASSIGN","decision":{"number":"1/QĐ-THỬ","signedOn":"2026-01-05","issuer":"H26"},
                        "legalBasis":"Thử","blocks":%s}""".formatted(YEAR, blocks));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("planId").asText();
    }

    private static List<Account> accounts(String plan) {
        return all(
                "/training/v1/accounts?planId=" + plan,
                node -> new Account(
                        id(node, "id"),
                        node.path("year").asInt(),
                        node.path("fundingSource").asText(),
                        node.path("allocatedVnd").asLong(),
                        node.path("committedVnd").asLong(),
                        node.path("spentVnd").asLong(),
                        node.path("settledVnd").asLong(),
                        node.path("lastSeq").asLong()));
    }

    private static List<Entry> entries(String plan) {
        return all(
                ENTRIES + "?planId=" + plan,
                node -> new Entry(
                        id(node, "id"),
                        id(node, "accountId"),
                        node.path("seq").asLong(),
                        node.path("kind").asText(),
                        node.path("debit").asText(),
                        node.path("credit").asText(),
                        node.path("amountVnd").asLong(),
                        id(node, "commitmentId"),
                        id(node, "reversesId"),
                        id(node, "transferId")));
    }

    private static UUID id(JsonNode node, String name) {
        return node.path(name).isTextual() ? UUID.fromString(node.path(name).asText()) : null;
    }

    private static <T> List<T> all(String path, Function<JsonNode, T> item) {
        var found = new ArrayList<T>();
        for (var next = path + "&limit=500"; next != null; ) {
            var page =
                    City.direct("training").get(next, City.token("binh.tran")).json();
            page.path("items").forEach(node -> found.add(item.apply(node)));
            var cursor = page.at("/page/next");
            next = cursor.isTextual()
                    ? path + "&limit=500&cursor=" + URLEncoder.encode(cursor.asText(), StandardCharsets.UTF_8)
                    : null;
        }
        return found;
    }
}
