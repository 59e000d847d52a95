package vn.gov.hanoi.training.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Books;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

/** A year is closed in one act as far as it can be; accounts and plans say beforehand what stands against it. */
@QuarkusTest
@WithStack
class CloseYearTest {
    private static final String CLOSE = Books.ACCOUNTS + "/actions/close";
    private static final long MILLION = 1_000_000;

    private static Map<String, Object> request(int year, String remainder, String signedOn) {
        return Map.of(
                "decision", Map.of("number", "99/QĐ-STC", "signedOn", signedOn),
                "data", Map.of("year", year, "remainder", remainder));
    }

    private static Response close(RequestSpecification who, int year, String remainder) {
        return TestPlan.post(who, CLOSE, request(year, remainder, "2021-01-20"));
    }

    private static List<String> codes(Json answer) {
        return answer.<Map<String, Object>>getList("results").stream()
                .map(each -> each.get("problem") instanceof Map<?, ?> problem
                        ? String.valueOf(problem.get("code"))
                        : "closed")
                .sorted()
                .toList();
    }

    @Test
    void shouldCloseWhatCanBeClosedAndSayOfTheRestWhyNot() {
        // Given: two years, of which the first has a class, a free block and a reserved one
        var plan = TestPlan.create(2, 40);
        var next = TestPlan.create(1, 1);
        var city = Books.of(plan, "C");
        var commitment = city.commit(10 * MILLION);
        city.posted("EXPENDITURE", 4 * MILLION, commitment);

        // When
        var blocked = actions(city.read());
        var tried = Callers.accountant()
                .queryParam("validateOnly", "true")
                .body(request(plan.year(), "CARRY_OVER", "2021-01-20"))
                .post(CLOSE);
        var first = close(Callers.accountant(), plan.year(), "CARRY_OVER").as(Json.class);
        city.posted("SETTLEMENT", 4 * MILLION, commitment);
        city.posted("RELEASE", 6 * MILLION, commitment);
        var free = actions(
                Callers.accountant().get(Books.ACCOUNTS + "/" + city.account()).as(Json.class));
        var second = close(Callers.accountant(), plan.year(), "CARRY_OVER").as(Json.class);
        var third = close(Callers.accountant(), plan.year(), "RETURN").as(Json.class);

        // Then
        assertThat(blocked)
                .isEqualTo("false [auth.role-missing, training.commitments-open, training.spending-unsettled]");
        assertThat(free).isEqualTo("true []");
        tried.then().statusCode(207).body(at("summary.succeeded", equalTo(1)));
        assertThat(codes(first))
                .containsExactly("closed", "training.commitments-open", "training.line-pending-approval");
        assertThat(codes(second)).containsExactly("closed", "training.line-pending-approval");
        assertThat(codes(third)).containsExactly("training.line-pending-approval");
        for (var block : List.of("C", "D")) {
            assertThat(Books.of(plan, block).read().getString("state")).isEqualTo("CLOSED");
        }
        assertThat(Books.of(next, "D").read().getLong("availableVnd")).isEqualTo(2 * TestPlan.BUDGET);
        assertThat(Books.of(next, "C").read().getLong("availableVnd")).isEqualTo(2 * TestPlan.BUDGET - 4 * MILLION);
        var settled = Callers.city()
                .get("/training/v1/plans/" + plan.planId() + "/settlement")
                .as(Json.class);
        assertThat(settled.getBoolean("balanced")).isTrue();
        assertThat(settled.getLong("totals.carriedOverVnd")).isEqualTo(2 * TestPlan.BUDGET - 4 * MILLION);
        assertThat(settled.getLong("sources[0].blocks[0].closed")).isEqualTo(1);
        var etag = first.<Map<String, Object>>getList("results").stream()
                .filter(each -> each.get("etag") != null)
                .findFirst()
                .orElseThrow();
        assertThat(new Books(String.valueOf(etag.get("id"))).etag()).isEqualTo(etag.get("etag"));
        plan(plan);
    }

    /** The plan is not closed yet, and says why. */
    private static void plan(TestPlan plan) {
        assertThat(actions(Callers.city()
                        .get("/training/v1/plans/" + plan.planId())
                        .as(Json.class)))
                .isEqualTo("false [training.plan-has-open-money]");
        assertThat(actions(Callers.of(City.DISTRICT, "training-reader", "training-planner")
                        .get("/training/v1/plans/" + plan.planId())
                        .as(Json.class)))
                .isEqualTo("false [scope.outside, training.plan-has-open-money]");
    }

    private static String actions(Json of) {
        return of.getBoolean("_actions[0].enabled") + " " + of.<String>getList("_actions[0].blockedBy.code");
    }

    @Test
    void shouldCloseNothingOfOthersOfNoYearOrByADecisionToCome() {
        // Given
        var year = TestPlan.roomy().year();

        // When
        var district = close(Callers.of(City.DISTRICT, "training-accountant"), year, "RETURN");
        var none = close(Callers.accountant(), 2000, "RETURN");
        var unsigned = TestPlan.post(Callers.accountant(), CLOSE, request(year, "RETURN", "2094-01-01"));
        var wrong = TestPlan.post(Callers.accountant(), CLOSE, request(1999, "KEEP", "2021-01-20"));

        // Then
        for (var answer : List.of(district, none)) {
            answer.then()
                    .statusCode(422)
                    .body(at("code", equalTo("training.plan-missing")))
                    .body(at("errors[0].pointer", equalTo("/data/year")));
        }
        unsigned.then().statusCode(422).body(at("code", equalTo("training.entry-date-unfit")));
        wrong.then().statusCode(400).body(at("code", equalTo("request.invalid-value")));
        assertThat(Books.of(TestPlan.roomy(), "D").read().getString("state")).isEqualTo("OPEN");
    }
}
