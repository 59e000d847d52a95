package vn.gov.hanoi.training.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;
import static vn.gov.hanoi.training.support.TestDegree.ENDED;
import static vn.gov.hanoi.training.support.TestDegree.today;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestDegree;
import vn.gov.hanoi.training.support.TestPlan;

/** What is malformed, stale, tried out or in the wrong state gets a clear answer and changes nothing. */
@QuarkusTest
@WithStack
class CompensationRequestTest {
    private static final LocalDate LEFT = ENDED.plusDays(1).plusMonths(12);

    private UUID officer;
    private TestDegree training;
    private String report;

    @BeforeEach
    void reportSomebody() {
        officer = TestDegree.officer(City.WARD);
        training = TestDegree.completed(officer);
        report = training.reported(LEFT);
    }

    private String etag() {
        return TestDegree.planner().get(report).header("ETag");
    }

    private static void malformed(Response answer) {
        answer.then().statusCode(400).contentType("application/problem+json");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body(at("code", equalTo(code)));
    }

    private Response decide(String field, @Nullable Object value) {
        var body = new LinkedHashMap<String, @Nullable Object>(TestDegree.verdict(today(), null));
        body.put(field, value);
        return TestPlan.post(TestDegree.approver().header("If-Match", "\"1\""), report + "/actions/decide", body);
    }

    private Response pay(String field, @Nullable Object value) {
        var body = new HashMap<String, @Nullable Object>(
                Map.of("paidOn", today().toString(), "amountVnd", 1, "reference", "GNT-1"));
        body.put(field, value);
        return TestPlan.post(TestDegree.planner(), report + "/payments", body);
    }

    @Test
    void shouldReadDecisionsAndPaymentsStrictly() {
        // When
        malformed(decide("council", null));
        malformed(decide("council", Map.of("members", List.of(), "minutes", TestDegree.document(LEFT))));
        malformed(decide("instalments", List.of()));
        malformed(decide("instalments", List.of(TestDegree.part(today(), 0))));
        malformed(decide("instalments", List.of(Map.of("dueOn", "31/12/2026", "amountVnd", 1))));
        malformed(decide("earlierService", Map.of("years", 61, "priority", false)));
        malformed(decide("amountVnd", 1));
        malformed(pay("amountVnd", -1));
        malformed(pay("amountVnd", "1000"));
        malformed(pay("amountVnd", 9_007_199_254_740_992L));
        malformed(pay("reference", "GNT\u0000"));
        malformed(pay("reference", " "));
        malformed(pay("paidOn", "1066-01-01"));
        malformed(TestPlan.post(
                TestDegree.planner(),
                TestDegree.CASES,
                Map.of("commitmentId", "x", "trigger", "BORED", "eventOn", "2025-09-01", "note", "x")));

        // Then
        assertThat(etag()).isEqualTo("\"1\"");
        assertThat(Database.count("select count(*) from compensations where officer_id = ?", officer))
                .isEqualTo(1);
    }

    @Test
    void shouldTryOutWithoutAnyTrace() {
        // Given
        long audited = Database.count("select count(*) from audit_entries");

        // When
        var tried = TestDegree.approver()
                .header("If-Match", etag())
                .queryParam("validateOnly", "true")
                .body(TestDegree.verdict(today(), null))
                .post(report + "/actions/decide");

        // Then
        tried.then().statusCode(200).body(at("valid", equalTo(true)));
        assertThat(etag()).isEqualTo("\"1\"");
        assertThat(Database.count("select count(*) from audit_entries")).isEqualTo(audited);
        assertThat(training.commitment().getString("state")).isEqualTo("RUNNING");
    }

    @Test
    void shouldWantTheVersionOfNow() {
        // Given
        var path = report + "/actions/cancel";
        var body = Map.of("reason", TestDegree.reason("NO_CASE"));

        // Then
        refused(TestPlan.post(TestDegree.approver(), path, body), 428, "precondition.required");
        refused(
                TestPlan.post(TestDegree.approver().header("If-Match", "\"2\""), path, body),
                412,
                "precondition.failed");
        refused(TestPlan.post(TestDegree.approver().header("If-Match", "*"), path, body), 412, "precondition.failed");
        assertThat(etag()).isEqualTo("\"1\"");
    }

    @ParameterizedTest(name = "after {0}")
    @CsvSource({"cancel, CANCELLED", "release, EXEMPTED", "decide, DECIDED"})
    void shouldEndAProposalOnce(String verb, String state) {
        // Given
        TestDegree.ok(act(verb));

        // Then
        for (var again : List.of("cancel", "release", "decide")) {
            refused(act(again), 409, "training.compensation-wrong-state");
        }
        var shown = TestDegree.planner().get(report).as(Json.class);
        assertThat(shown.getString("state")).isEqualTo(state);
        assertThat(shown.getString("etag")).isEqualTo("\"2\"");
        assertThat(shown.<Boolean>getList("_actions.enabled")).containsOnly(false);
        refused(
                TestPlan.post(
                        TestDegree.planner(),
                        TestDegree.CASES,
                        Map.of(
                                "commitmentId",
                                training.commitmentId(),
                                "trigger",
                                "NO_DIPLOMA",
                                "eventOn",
                                LEFT.toString(),
                                "note",
                                "Sai loại")),
                422,
                "training.compensation-does-not-fit");
    }

    private Response act(String verb) {
        var body =
                switch (verb) {
                    case "cancel" -> Map.<String, Object>of("reason", TestDegree.reason("NO_CASE"));
                    case "decide" -> TestDegree.verdict(today(), null);
                    default ->
                        Map.<String, Object>of(
                                "ground", "DISASTER",
                                "certificate", TestDegree.document(LEFT),
                                "council", TestDegree.council(LEFT),
                                "decision", TestDegree.decision(LEFT.toString()));
                };
        return TestDegree.act(TestDegree.approver(), report, verb, body);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "LEFT_BEFORE_END,      2024-08-31",
        "LEFT_BEFORE_END,      2028-09-01",
        "LEFT_BEFORE_END,      2094-01-01",
        "LEFT_DURING_TRAINING, 2023-01-01",
        "NO_DIPLOMA,           2024-08-31"
    })
    void shouldRefuseWhatDoesNotFitTheDaysOfTheCommitment(String trigger, LocalDate day) {
        // Given
        var body = new HashMap<>(training.left(day));
        body.put("trigger", trigger);

        // When
        var answer = TestPlan.post(TestDegree.planner(), TestDegree.CASES, body);

        // Then
        refused(answer, 422, "training.compensation-does-not-fit");
        answer.then().body(at("errors[0].pointer", equalTo("/eventOn")));
    }

    @Test
    void shouldPageThroughCommitmentsAndCasesWithoutLosingOne() {
        for (var path : List.of(TestDegree.COMMITMENTS, TestDegree.CASES)) {
            // When
            var first = TestDegree.planner().queryParam("limit", "1").get(path);
            var next = first.as(Json.class).getString("page.next");

            // Then
            first.then().statusCode(200).body(at("items.size()", equalTo(1)));
            if (next != null) {
                var second = TestDegree.planner()
                        .queryParams(Map.of("limit", "1", "cursor", next))
                        .get(path);
                second.then().statusCode(200).body(at("items[0].id", notNullValue()));
                assertThat(second.as(Json.class).getString("items[0].id"))
                        .isNotEqualTo(first.as(Json.class).getString("items[0].id"));
            }
        }
        TestDegree.planner()
                .queryParam("officerId", officer)
                .get(TestDegree.CASES)
                .then()
                .body(at("items.size()", equalTo(1)))
                .body(at("items[0].details", nullValue()));
    }
}
