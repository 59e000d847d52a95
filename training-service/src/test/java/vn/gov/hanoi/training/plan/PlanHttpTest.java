package vn.gov.hanoi.training.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

@QuarkusTest
@WithStack
class PlanHttpTest {
    @BeforeEach
    void knowTheCity() {
        City.known();
    }

    @Test
    void shouldRecordADecisionWithLocationTagAndAudit() {
        // Given
        int year = TestPlan.nextYear();
        var body = TestPlan.decision(
                year,
                "  07/QĐ-" + year + " ",
                List.of(
                        TestPlan.block("Z", "CITY_BUDGET", 5, "ASSIGNED", TestPlan.line("Z-1", 2, 30)),
                        TestPlan.block("A", "CITY_BUDGET", 7, "PENDING_APPROVAL", TestPlan.line("A-1", null, null))));

        // When
        var recorded = TestPlan.post(Callers.city(), TestPlan.DECISIONS, body);

        // Then
        var id = recorded.as(Json.class).getString("id");
        recorded.then()
                .statusCode(201)
                .header("Location", TestPlan.DECISIONS + "/" + id)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "no-store")
                .body(at("year", equalTo(year)))
                .body(at("decision.number", equalTo("07/QĐ-" + year)))
                .body(at("decision.issuer.code", equalTo("H26")))
                .body(at("blocks.code", contains("Z", "A")))
                .body(at("blocks[1].lines[0].classes", equalTo(null)))
                .body(at("totals.classes", equalTo(2)))
                .body(at("totals.places", equalTo(30)))
                .body(at("totals.budgetVnd", equalTo(12)));
        assertThat(Database.query(
                        "select action, subject, unit_id, details ->> 'budgetVnd' as budget from audit_entries where resource_id = ?",
                        UUID.fromString(id)))
                .containsExactly(Map.of(
                        "action",
                        "plan.assign",
                        "subject",
                        "person-binh.tran",
                        "unit_id",
                        City.CITY.id(),
                        "budget",
                        "12"));
    }

    @Test
    void shouldOpenAnAccountForEachBlockAndAllocateItsMoney() {
        // Given
        var body = TestPlan.decision(
                TestPlan.nextYear(),
                TestPlan.block("C", "CITY_BUDGET", 500, "ASSIGNED", TestPlan.line("C-1", 1, 1)),
                TestPlan.block("N", "CITY_BUDGET", 0, "ASSIGNED", TestPlan.line("N-1", 1, 1)),
                TestPlan.block("P", "DISTRICT_BUDGETS", 9, "PENDING_APPROVAL", TestPlan.line("P-1", null, null)));

        // When
        var recorded = TestPlan.post(Callers.city(), TestPlan.DECISIONS, body).as(Json.class);

        // Then
        var plan = recorded.getString("planId");
        Callers.city()
                .queryParam("planId", plan)
                .get("/training/v1/accounts")
                .then()
                .body(at("items.block", contains("C", "N", "P")))
                .body(at("items.state", contains("OPEN", "OPEN", "PENDING_APPROVAL")))
                .body(at("items.fundingSource", contains("CITY_BUDGET", "CITY_BUDGET", "DISTRICT_BUDGETS")))
                .body(at("items.allocatedVnd", contains(500, 0, 9)))
                .body(at("items.lastSeq", contains(1, 0, 1)));
        Callers.city()
                .queryParam("planId", plan)
                .get(TestPlan.ENTRIES)
                .then()
                .body(at("items", hasSize(2)))
                .body(at("items.kind", contains("ALLOCATION", "ALLOCATION")))
                .body(at("items[0].debit", equalTo("AVAILABLE")))
                .body(at("items[0].credit", equalTo("APPROPRIATION")))
                .body(at("items[0].description", containsString(recorded.getString("decision.number"))));
    }

    @Test
    void shouldReadDecisionPlanAndLinesAsRecorded() {
        // Given
        var plan = TestPlan.create(3, 90);
        var id = plan.decision().getString("id");

        // When
        var decision = Callers.city().get(TestPlan.DECISIONS + "/" + id);
        var read = Callers.city().get("/training/v1/plans/" + plan.planId());
        var line = Callers.city().get("/training/v1/plan-lines/" + plan.line("P-1"));

        // Then
        decision.then().statusCode(200).header("ETag", "\"1\"");
        assertThat((Object) decision.as(Json.class).get())
                .isEqualTo(plan.decision().get());
        read.then()
                .statusCode(200)
                .header("ETag", read.as(Json.class).getString("etag"))
                .body(at("year", equalTo(plan.year())))
                .body(at("blocks.code", contains("C", "D", "P")))
                .body(at("blocks.classes", contains(3, 3, null)))
                .body(at("blocks.places", contains(90, 90, null)))
                .body(at("totals.classes", equalTo(6)))
                .body(at("totals.places", equalTo(180)))
                .body(at("totals.budgetVnd", equalTo(3_000_000_000L)));
        line.then()
                .statusCode(200)
                .header("ETag", line.as(Json.class).getString("etag"))
                .body(at("status", equalTo("PENDING_APPROVAL")))
                .body(at("block", equalTo("P")))
                .body(at("classes", equalTo(null)));
    }

    @Test
    void shouldReplayTheSameDecisionWithoutASecondEffect() {
        // Given
        var key = Api.key();
        var body = TestPlan.decision(
                TestPlan.nextYear(), TestPlan.block("C", "CITY_BUDGET", 500, "ASSIGNED", TestPlan.line("C-1", 1, 1)));
        var first = Callers.city().header("Idempotency-Key", key).body(body).post(TestPlan.DECISIONS);

        // When
        var second = Callers.city().header("Idempotency-Key", key).body(body).post(TestPlan.DECISIONS);

        // Then
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("ETag", first.header("ETag"))
                .header("Location", first.header("Location"));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(Database.count(
                        "select count(*) from accounts where plan_id = ?",
                        UUID.fromString(first.as(Json.class).getString("planId"))))
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseAKeyThatBelongsToAnotherRequestOrNone() {
        // Given
        var plan = TestPlan.roomy();
        var key = Api.key();
        Callers.city()
                .header("Idempotency-Key", key)
                .body(plan.commitment("C", 1))
                .post(TestPlan.ENTRIES)
                .then()
                .statusCode(201);

        // When
        var other = Callers.city()
                .header("Idempotency-Key", key)
                .body(plan.commitment("C", 2))
                .post(TestPlan.ENTRIES);
        var none = Callers.city().body(plan.commitment("C", 1)).post(TestPlan.ENTRIES);
        var malformed = Callers.city()
                .header("Idempotency-Key", "short")
                .body(plan.commitment("C", 1))
                .post(TestPlan.ENTRIES);

        // Then
        other.then().statusCode(422).body(at("code", equalTo("idempotency.payload-differs")));
        none.then().statusCode(400).body(at("code", equalTo("idempotency.key-missing")));
        malformed.then().statusCode(400).body(at("code", equalTo("idempotency.key-malformed")));
    }

    @Test
    void shouldTryOutADecisionAndKeepNothing() {
        // Given
        int year = TestPlan.nextYear();
        var body = TestPlan.decision(
                year, TestPlan.block("C", "CITY_BUDGET", 500, "ASSIGNED", TestPlan.line("C-1", 1, 1)));

        // When
        var tried = Callers.city().queryParam("validateOnly", "true").body(body).post(TestPlan.DECISIONS);

        // Then
        tried.then().statusCode(200);
        assertThat(Database.count("select count(*) from plans where year = ?", year))
                .isZero();
        assertThat(Database.count("select count(*) from accounts where year = ?", year))
                .isZero();
        TestPlan.post(Callers.city(), TestPlan.DECISIONS, body).then().statusCode(201);
        Callers.city()
                .queryParam("validateOnly", "true")
                .body(body)
                .post(TestPlan.DECISIONS)
                .then()
                .statusCode(409)
                .body(at("code", equalTo("training.plan-exists")));
    }

    @Test
    void shouldAnswerWithAllReasonsAndTheirPlacesAndWriteNothing() {
        // Given
        int year = TestPlan.nextYear();
        var body = TestPlan.decision(
                year,
                TestPlan.block(
                        "C", "CITY_BUDGET", 1, "ASSIGNED", TestPlan.line("X", null, 4), TestPlan.line("X", 1, 1)),
                TestPlan.block("C", "CITY_BUDGET", 1, "PENDING_APPROVAL", TestPlan.line("Y", 1, null)));

        // When
        var refused = TestPlan.post(Callers.city(), TestPlan.DECISIONS, body);

        // Then
        refused.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(at("code", equalTo("training.line-quota-missing")))
                .body(at(
                        "errors.pointer",
                        contains("/blocks/0/lines/0", "/blocks/0/lines/1/code", "/blocks/1/code", "/blocks/1/lines/0")))
                .body(at(
                        "errors.code",
                        contains(
                                "training.line-quota-missing",
                                "training.code-repeated",
                                "training.code-repeated",
                                "training.line-quota-premature")));
        assertThat(Database.count("select count(*) from plans where year = ?", year))
                .isZero();
    }

    @Test
    void shouldHaveOneAssigningDecisionForAYear() {
        // Given
        var plan = TestPlan.roomy();
        var block = TestPlan.block("C", "CITY_BUDGET", 1, "ASSIGNED", TestPlan.line("C-1", 1, 1));

        // When
        var second = TestPlan.post(Callers.city(), TestPlan.DECISIONS, TestPlan.decision(plan.year(), block));

        // Then
        second.then().statusCode(409).body(at("code", equalTo("training.plan-exists")));
        assertThat(Database.count(
                        "select count(*) from plan_decisions where plan_id = ?", UUID.fromString(plan.planId())))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans", "plan-decisions", "plan-lines", "accounts", "ledger-entries", "classes"})
    void shouldOfferNoWayToChangeOrDeleteARecord(String collection) {
        // How a class is held is said anew until it begins.
        var methods = collection.equals("classes")
                ? List.of(Method.PUT, Method.DELETE)
                : List.of(Method.PUT, Method.PATCH, Method.DELETE);
        for (var method : methods) {
            Callers.city()
                    .body("{}")
                    .request(method, "/training/v1/" + collection + "/" + UUID.randomUUID())
                    .then()
                    .statusCode(405)
                    .body(at("code", equalTo("request.method-not-allowed")));
        }
    }

    @ParameterizedTest
    @EnumSource(AssignmentStatus.class)
    void shouldFilterLinesByStatus(AssignmentStatus status) {
        // Given
        var plan = TestPlan.roomy();

        // When
        var lines = Callers.city()
                .queryParam("planId", plan.planId())
                .queryParam("status", status)
                .get("/training/v1/plan-lines");

        // Then
        assertThat(lines.as(Json.class).getList("items.code"))
                .isEqualTo(status == AssignmentStatus.ASSIGNED ? List.of("C-1", "D-1") : List.of("P-1"));
    }
}
