package vn.gov.hanoi.training.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

@QuarkusTest
@WithStack
class ClassHttpTest {
    @Test
    void shouldOpenAClassTakingQuotaAndMoney() {
        // Given
        var plan = TestPlan.create(2, 50);
        var line = Callers.city().get("/training/v1/plan-lines/" + plan.line("C-1"));

        // When
        var opened = TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("C-1", 40, 38_500_000));

        // Then
        var id = opened.as(Json.class).getString("id");
        opened.then()
                .statusCode(201)
                .header("Location", TestPlan.CLASSES + "/" + id)
                .header("ETag", opened.as(Json.class).getString("etag"))
                .body(at("planLine.code", equalTo("C-1")))
                .body(at("block", equalTo("C")))
                .body(at("fundingSource", equalTo("CITY_BUDGET")))
                .body(at("unit.code", equalTo(City.DEPARTMENT.code())))
                .body(at("state", equalTo("OPENED")))
                .body(at("year", equalTo(plan.year())));
        var after = Callers.city().get("/training/v1/plan-lines/" + plan.line("C-1"));
        after.then().body(at("openedClasses", equalTo(1))).body(at("openedPlaces", equalTo(40)));
        assertThat(after.header("ETag")).isNotEqualTo(line.header("ETag"));
        Callers.city()
                .get(TestPlan.ENTRIES + "/" + opened.as(Json.class).getString("commitmentEntryId"))
                .then()
                .statusCode(200)
                .body(at("amountVnd", equalTo(38_500_000)))
                .body(at("kind", equalTo("COMMITMENT")))
                .body(at("accountId", equalTo(plan.account("C"))));
        assertThat((Object) Callers.city()
                        .get(TestPlan.CLASSES + "/" + id)
                        .as(Json.class)
                        .get())
                .isEqualTo(opened.as(Json.class).get());
        assertThat(Database.count(
                        "select count(*) from audit_entries where action = 'class.open' and resource_id = ? and unit_id = ?",
                        UUID.fromString(id),
                        City.DEPARTMENT.id()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 1000000000, 201, ",
        "51, 1000000000, 422, training.quota-places-exceeded",
        "50, 1000000001, 422, training.budget-exceeded",
        "2147483647, 1, 422, training.quota-places-exceeded",
        "1, 9007199254740991, 422, training.budget-exceeded"
    })
    void shouldOpenToTheLimitAndNotBeyond(int places, long amount, int status, String code) {
        // Given
        var plan = TestPlan.create(1, 50);

        // When
        var answer = TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("C-1", places, amount));

        // Then
        answer.then().statusCode(status).body(at("code", equalTo(code)));
        boolean opened = status == 201;
        var line = UUID.fromString(plan.line("C-1"));
        assertThat(List.of(
                        Database.count("select count(*) from classes where plan_line_id = ?", line),
                        Database.count("select opened_classes from plan_lines where id = ?", line),
                        Database.count("select opened_places from plan_lines where id = ?", line),
                        Database.count(
                                "select committed_vnd from accounts where id = ?", UUID.fromString(plan.account("C")))))
                .isEqualTo(opened ? List.of(1L, 1L, 50L, 1_000_000_000L) : List.of(0L, 0L, 0L, 0L));
    }

    @Test
    void shouldTakeNothingMoreFromAFullLine() {
        // Given
        var plan = TestPlan.create(1, 50);
        TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("C-1", 50, 1))
                .then()
                .statusCode(201);

        // When
        var second = TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("C-1", 1, 1));

        // Then
        second.then()
                .statusCode(422)
                .body(at("errors.code", contains("training.quota-classes-exceeded", "training.quota-places-exceeded")))
                .body(at("errors.pointer", contains("/planLineId", "/places")))
                .body(at("errors[1].args.opened", equalTo(50)));
    }

    @Test
    void shouldReplayAnOpeningWithoutTakingTwice() {
        // Given
        var plan = TestPlan.create(5, 50);
        var key = Api.key();
        var body = plan.newClass("D-1", 5, 1_000);
        var first = Callers.district().header("Idempotency-Key", key).body(body).post(TestPlan.CLASSES);

        // When
        var second =
                Callers.district().header("Idempotency-Key", key).body(body).post(TestPlan.CLASSES);

        // Then
        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(Database.count(
                        "select opened_places from plan_lines where id = ?", UUID.fromString(plan.line("D-1"))))
                .isEqualTo(5);
    }

    @Test
    void shouldTryOutAnOpeningAndKeepNothing() {
        // Given
        var plan = TestPlan.create(1, 50);

        // When
        var tried = Callers.city()
                .queryParam("validateOnly", "true")
                .body(plan.newClass("C-1", 50, 1))
                .post(TestPlan.CLASSES);

        // Then
        tried.then().statusCode(200).body(at("valid", equalTo(true)));
        assertThat(Database.count("select count(*) from classes where plan_id = ?", UUID.fromString(plan.planId())))
                .isZero();
        TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("C-1", 50, 1))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"C-1, H26.23", "C-1, H26.23.13", "D-1, H26.1", "D-1, H26"})
    void shouldNeverMixTheMoneyOfCityAndDistricts(String line, String unit) {
        // Given
        var plan = TestPlan.roomy();
        var request = plan.newClass(line, 1, 1);
        request.put(
                "unitId",
                List.of(City.CITY, City.DEPARTMENT, City.DISTRICT, City.WARD).stream()
                        .filter(told -> told.code().equals(unit))
                        .findFirst()
                        .orElseThrow()
                        .id());

        // When
        var refused = TestPlan.post(Callers.city(), TestPlan.CLASSES, request);

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("training.funding-source-differs")))
                .body(at("args.required", equalTo(line.startsWith("C") ? "DISTRICT_BUDGETS" : "CITY_BUDGET")));
    }
}
