package vn.gov.hanoi.training.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Books;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

@QuarkusTest
@WithStack
class LedgerRaceTest {
    private static final int MANY = 50;
    private static final int ADMITTED = 10;
    private static final long PART = TestPlan.BUDGET / ADMITTED;

    @Test
    void shouldPostOnceUnderOneKeyHoweverOftenItIsSent() throws Exception {
        // Given
        var plan = TestPlan.create(1, 1);
        var body = plan.commitment("C", 7);
        var key = Api.key();

        // When
        var answers = allAtOnce(
                _ -> Callers.city().header("Idempotency-Key", key).body(body).post(TestPlan.ENTRIES));

        // Then
        var posted =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(posted)
                .isNotEmpty()
                .extracting(Response::asString)
                .containsOnly(posted.getFirst().asString());
        assertThat(posted.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
                .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("idempotency.in-progress"));
        assertThat(books(plan, "C")).isEqualTo(List.of(7L, 2L, 7L, 1L, 2L));
    }

    @Test
    void shouldAdmitExactlyWhatTheBudgetHolds() throws Exception {
        // Given
        var plan = TestPlan.create(1, 1);
        var body = plan.commitment("C", PART);

        // When
        var answers = allAtOnce(_ -> TestPlan.post(Callers.city(), TestPlan.ENTRIES, body));

        // Then
        assertThat(outcomes(answers))
                .isEqualTo(Map.of("201", (long) ADMITTED, "training.budget-exceeded", (long) MANY - ADMITTED));
        assertThat(books(plan, "C"))
                .isEqualTo(List.of(TestPlan.BUDGET, ADMITTED + 1L, TestPlan.BUDGET, (long) ADMITTED, ADMITTED + 1L));
    }

    @Test
    void shouldCommitSeventyThreeOfTwoHundredWhereThereIsMoneyForSeventyThree() throws Exception {
        // Given
        var plan = TestPlan.create(1, 1);
        var books = Books.of(plan, "C");
        books.commit(TestPlan.BUDGET - 73 * 1_000);

        // When
        var answers = allAtOnce(200, _ -> books.post(books.body("COMMITMENT", 1_000L)));

        // Then
        assertThat(outcomes(answers)).isEqualTo(Map.of("201", 73L, "training.budget-exceeded", 127L));
        assertThat(books(plan, "C")).isEqualTo(List.of(TestPlan.BUDGET, 75L, TestPlan.BUDGET, 74L, 75L));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201).map(answer -> answer.as(Json.class)
                        .getInt("seq")))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(3, 75).boxed().toList());
    }

    @Test
    void shouldNeverPromiseMoreThanThereIsWhateverTheSizes() throws Exception {
        // Given
        var plan = TestPlan.create(1, 1);
        var books = Books.of(plan, "C");
        books.commit(TestPlan.BUDGET - 10_000);
        var random = new java.util.Random();
        var amounts =
                IntStream.range(0, 100).mapToObj(_ -> random.nextLong(1, 700)).toList();

        // When
        var answers = allAtOnce(100, i -> books.post(books.body("COMMITMENT", amounts.get(i))));

        // Then
        long promised = 0;
        for (int i = 0; i < answers.size(); i++) {
            promised += answers.get(i).statusCode() == 201 ? amounts.get(i) : 0;
        }
        long left = 10_000 - promised;
        assertThat(left).isNotNegative();
        assertThat(books.read().getLong("availableVnd")).isEqualTo(left);
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).statusCode() == 422) {
                assertThat(amounts.get(i)).as("refused although there was room").isGreaterThan(left);
            }
        }
    }

    @Test
    void shouldOpenExactlyTheClassesOfTheQuota() throws Exception {
        // Given
        var plan = TestPlan.create(ADMITTED, MANY * 20);
        var body = plan.newClass("C-1", 20, 1_000);

        // When
        var answers = allAtOnce(_ -> TestPlan.post(Callers.city(), TestPlan.CLASSES, body));

        // Then
        assertThat(outcomes(answers))
                .isEqualTo(Map.of("201", (long) ADMITTED, "training.quota-classes-exceeded", (long) MANY - ADMITTED));
        assertThat(taken(plan)).isEqualTo(List.of((long) ADMITTED, ADMITTED * 20L, (long) ADMITTED));
        assertThat(books(plan, "C")).startsWith(ADMITTED * 1_000L, ADMITTED + 1L);
    }

    @Test
    void shouldGiveBackTheQuotaOfAClassThatTheMoneyDoesNotReachFor() throws Exception {
        // Given
        var plan = TestPlan.create(MANY, MANY * 20);
        var body = plan.newClass("C-1", 20, PART);

        // When
        var answers = allAtOnce(i -> i % 2 == 0
                ? TestPlan.post(Callers.city(), TestPlan.CLASSES, body)
                : TestPlan.post(Callers.city(), TestPlan.ENTRIES, plan.commitment("C", PART)));

        // Then
        assertThat(outcomes(answers))
                .isEqualTo(Map.of("201", (long) ADMITTED, "training.budget-exceeded", (long) MANY - ADMITTED));
        long classes = Database.count("select count(*) from classes where plan_id = ?", UUID.fromString(plan.planId()));
        assertThat(taken(plan)).isEqualTo(List.of(classes, classes * 20, classes));
        assertThat(books(plan, "C"))
                .isEqualTo(List.of(TestPlan.BUDGET, ADMITTED + 1L, TestPlan.BUDGET, (long) ADMITTED, ADMITTED + 1L));
    }

    @Test
    void shouldAssignAYearOnce() throws Exception {
        // Given
        City.known();
        int year = TestPlan.nextYear();
        var block = TestPlan.block("C", "CITY_BUDGET", 5, "ASSIGNED", TestPlan.line("C-1", 1, 1));

        // When
        var answers = allAtOnce(_ -> TestPlan.post(Callers.city(), TestPlan.DECISIONS, TestPlan.decision(year, block)));

        // Then
        assertThat(outcomes(answers)).isEqualTo(Map.of("201", 1L, "training.plan-exists", MANY - 1L));
        assertThat(Database.count("select count(*) from plan_decisions where extract(year from signed_on) = ?", year))
                .isEqualTo(1);
        assertThat(Database.count("select sum(allocated_vnd) from accounts where year = ?", year))
                .isEqualTo(5);
    }

    /** Committed and last sequence of the account; sum, number and highest sequence of what its entries say. */
    private static List<Long> books(TestPlan plan, String block) {
        return Database.query("""
                        select a.committed_vnd, a.last_seq, sum(e.amount_vnd) filter (where e.kind = 'COMMITMENT'),
                            count(*) filter (where e.kind = 'COMMITMENT') as entries, max(e.seq) as highest
                        from accounts a join ledger_entries e on e.account_id = a.id
                        where a.id = ? group by a.id""", UUID.fromString(plan.account(block))).getFirst().values().stream()
                .map(value -> ((Number) java.util.Objects.requireNonNull(value)).longValue())
                .toList();
    }

    /** Opened classes and places of the line; audit entries of its classes. */
    private static List<Long> taken(TestPlan plan) {
        var line = UUID.fromString(plan.line("C-1"));
        return List.of(
                Database.count("select opened_classes from plan_lines where id = ?", line),
                Database.count("select opened_places from plan_lines where id = ?", line),
                Database.count(
                        "select count(*) from audit_entries where action = 'class.open' and details ->> 'planLineId' = ?",
                        line.toString()));
    }

    private static Map<String, Long> outcomes(List<Response> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.statusCode() == 201 ? "201" : code(answer), Collectors.counting()));
    }

    private static String code(Response answer) {
        return answer.as(Json.class).getString("code");
    }

    private static List<Response> allAtOnce(IntFunction<Response> call)
            throws InterruptedException, ExecutionException {
        return allAtOnce(MANY, call);
    }

    /** Calls from as many threads. */
    static <T extends @Nullable Object> List<T> allAtOnce(int threads, IntFunction<T> call)
            throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<T>> calls = IntStream.range(0, threads)
                    .mapToObj(i -> (Callable<T>) () -> call.apply(i))
                    .toList();
            var answers = new ArrayList<T>();
            for (Future<T> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
