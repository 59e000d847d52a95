package vn.gov.hanoi.training.degree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Books;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestDegree;
import vn.gov.hanoi.training.support.TestPlan;

/** A degree takes at most its costs from accounts of its source, and gives back what is left, however it ends. */
@QuarkusTest
@WithStack
class DegreeMoneyTest {
    private static final long MILLION = 1_000_000;

    private static TestDegree approved() {
        return TestDegree.proposed(TestDegree.officer(City.DEPARTMENT)).approved();
    }

    private static Json payment(TestDegree of) {
        var payments = of.view().<Map<String, Object>>getList("details.payments");
        assertThat(payments).hasSize(1);
        return of.view();
    }

    private static long available(Books books) {
        return books.read().getLong("availableVnd");
    }

    @Test
    void shouldSpendAgainstTheCommitmentAndGiveBackTheRestAtTheEnd() {
        // Given
        var books = Books.fresh();
        var training = approved();

        // When
        var committed = training.commit(books.account(), 40 * MILLION);
        var commitment = committed.as(Json.class).getString("details.payments[0].commitmentId");
        books.posted("EXPENDITURE", 30 * MILLION, commitment);
        books.posted("SETTLEMENT", 25 * MILLION, commitment);
        var byHand = books.post(books.body("RELEASE", 1, commitment));
        var tooMuch = training.commit(books.account(), 20 * MILLION + 1);
        training.sent(TestDegree.SENT);
        long before = available(books);
        TestDegree.ok(training.act(TestDegree.planner(), "close", TestDegree.completion(TestDegree.ENDED)));

        // Then
        committed.then().statusCode(200).body(at("details.payments[0].openVnd", equalTo(40_000_000)));
        byHand.then().statusCode(422).body(at("code", equalTo("training.commitment-of-class")));
        tooMuch.then()
                .statusCode(422)
                .body(at("code", equalTo("training.degree-cost-exceeded")))
                .body(at("args.usedVnd", equalTo(40_000_000)))
                .body(at("errors[0].pointer", equalTo("/data/amountVnd")));
        var view = payment(training);
        assertThat(view.<String, Object>getMap("details.payments[0]"))
                .containsEntry("committedVnd", 40_000_000)
                .containsEntry("spentVnd", 30_000_000)
                .containsEntry("settledVnd", 25_000_000)
                .containsEntry("releasedVnd", 10_000_000)
                .containsEntry("openVnd", 0);
        assertThat(available(books)).isEqualTo(before + 10 * MILLION).isEqualTo(TestPlan.BUDGET - 30 * MILLION);
        training.commit(books.account(), 1)
                .then()
                .statusCode(409)
                .body(at("code", equalTo("training.degree-wrong-state")));
    }

    @Test
    void shouldGiveBackEverythingWhenItIsTakenBackOrBrokenOff() {
        // Given
        var books = Books.fresh();
        var taken = approved();
        var broken = approved();
        for (var training : List.of(taken, broken)) {
            TestDegree.ok(training.commit(books.account(), 10 * MILLION));
            TestDegree.ok(training.commit(books.account(), 5 * MILLION));
        }
        broken.sent(TestDegree.SENT);
        assertThat(available(books)).isEqualTo(TestPlan.BUDGET - 30 * MILLION);

        // When
        TestDegree.ok(taken.act(TestDegree.planner(), "withdraw", Map.of("reason", TestDegree.reason("OTHER"))));
        TestDegree.ok(broken.act(TestDegree.planner(), "close", TestDegree.failure("LEFT", TestDegree.ENDED)));

        // Then
        assertThat(available(books)).isEqualTo(TestPlan.BUDGET);
        assertThat(books.read().getLong("committedVnd")).isZero();
    }

    @Test
    void shouldRefuseOtherSourcesUnknownAccountsAndWhoIsNotInvolved() {
        // Given
        var plan = TestPlan.roomy();
        var training = approved();
        var proposed = TestDegree.proposed(TestDegree.officer(City.DEPARTMENT));
        var body = Map.of("data", Map.of("accountId", plan.account("C"), "amountVnd", 1));
        var path = TestDegree.TRAININGS + "/" + training.id() + "/actions/commit";

        // When
        var other = training.commit(plan.account("D"), 1);
        var unknown = training.commit(UUID.randomUUID().toString(), 1);
        var early = proposed.commit(plan.account("C"), 1);
        var stale = TestPlan.post(TestDegree.planner().header("If-Match", "\"1\""), path, body);
        var outside = TestPlan.post(
                Callers.of(City.OTHER_DISTRICT, "training-planner").header("If-Match", "\"2\""), path, body);
        // The department plans for its officer, but the account is the City's.
        var above =
                TestPlan.post(Callers.of(City.DEPARTMENT, "training-planner").header("If-Match", "\"2\""), path, body);

        // Then
        other.then()
                .statusCode(422)
                .body(at("code", equalTo("training.funding-source-differs")))
                .body(at("errors[0].pointer", equalTo("/data/accountId")));
        unknown.then().statusCode(422).body(at("code", equalTo("training.account-unknown")));
        early.then().statusCode(409).body(at("code", equalTo("training.degree-wrong-state")));
        stale.then().statusCode(412);
        outside.then().statusCode(404);
        above.then().statusCode(422).body(at("code", equalTo("training.account-unknown")));
        assertThat(training.view().getList("details.payments")).isEmpty();
    }

    @Test
    void shouldNeverCommitMoreThanTheCostsWhoeverIsFaster() throws Exception {
        // Given
        var books = Books.fresh();
        var training = approved();
        Callable<Integer> commit =
                () -> training.commit(books.account(), 25 * MILLION).statusCode();

        // When
        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            answers = threads
                    .invokeAll(IntStream.range(0, 8).mapToObj(_ -> commit).toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .toList();
        }

        // Then
        long done = answers.stream().filter(each -> each == 200).count();
        assertThat(done).isBetween(1L, 2L);
        assertThat(answers).allMatch(each -> List.of(200, 412, 422).contains(each));
        assertThat(books.read().getLong("committedVnd")).isEqualTo(done * 25 * MILLION);
    }
}
