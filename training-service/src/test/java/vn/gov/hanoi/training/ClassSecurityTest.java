package vn.gov.hanoi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.ClassOperations;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestOfficers;

/** Who may call what about classes and learners, and what strangers are told. */
@QuarkusTest
@WithStack
class ClassSecurityTest {
    private static final Set<String> LISTS = Set.of("listEnrolments", "listQualityEvaluations", "listTrainingTasks");

    @BeforeEach
    void knowTheUnits() {
        City.known();
    }

    /** A write with a body that cannot be read: the role is looked at first. */
    private static Response call(ClassOperations operation, RequestSpecification who, String id) {
        var path = "/training/v1" + operation.path().replace("{id}", id).replace("{kind}", "OUTCOMES");
        if (operation.reads()) {
            return switch (operation.id()) {
                case "getEnrolmentCheck" ->
                    who.queryParam("classId", id).queryParam("officerId", id).get(path);
                case "listAttendanceSheets", "getClassTemplate" ->
                    who.queryParam("classId", id).get(path);
                default -> who.get(path);
            };
        }
        if (operation.id().equals("createClassImport")) {
            return who.header("Idempotency-Key", Api.key())
                    .contentType("multipart/form-data")
                    .multiPart("request", "{ not json", "application/json")
                    .multiPart("file", "a.csv", new byte[] {1})
                    .post(path);
        }
        var request = who.contentType(
                        operation.method().equals("patch") ? "application/merge-patch+json" : "application/json")
                .header("Idempotency-Key", Api.key());
        if (!operation.id().equals("approveEnrolment")) {
            request = request.body("{ not json");
        }
        return request.request(Method.valueOf(operation.method().toUpperCase(Locale.ROOT)), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluation-participant",
                "training-reader",
                "training-planner",
                "training-organiser",
                "training-participant",
                "selection-organiser",
                "operator",
                "none"
            })
    void shouldGiveEachRoleItsOperationsOnlyBeforeItLooksAtAnything(String role) {
        // Given
        var expected = new LinkedHashMap<String, Boolean>();
        ClassOperations.ALL.forEach(each -> expected.put(each.id(), each.roles().contains(role)));

        // When
        var passed = new LinkedHashMap<String, Boolean>();
        for (var operation : ClassOperations.ALL) {
            var answer = call(
                    operation, Callers.of(City.CITY, role), UUID.randomUUID().toString());
            passed.put(operation.id(), answer.statusCode() != 403);
            if (answer.statusCode() == 403) {
                answer.then().body(at("code", equalTo("auth.role-missing")));
            } else {
                assertThat(answer.statusCode())
                        .as(operation.id())
                        .isEqualTo(LISTS.contains(operation.id()) ? 200 : unknown(operation) ? 404 : 400);
            }
        }

        // Then
        assertThat(passed).isEqualTo(expected);
    }

    /** Reads and the act without a body get as far as the record, which is not there. */
    private static boolean unknown(ClassOperations operation) {
        return operation.reads() || operation.id().equals("approveEnrolment");
    }

    @Test
    void shouldRefuseWhoHasNoTokenAndGiveNothingWithoutAKnownUnit() {
        // Given
        var roles = new String[] {"training-reader", "training-planner", "training-organiser", "training-participant"};
        var lost = Tokens.user("lost").unit("H26.UNKNOWN").roles(roles).token();

        // Then
        for (var operation : ClassOperations.ALL) {
            call(operation, Api.anonymous(), UUID.randomUUID().toString())
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer"));
            if (unknown(operation)) {
                var answer = call(operation, Api.as(lost), UUID.randomUUID().toString());
                assertThat(answer.statusCode()).as(operation.id()).isEqualTo(403);
                answer.then().body(at("code", equalTo("scope.unit-unknown")));
            }
        }
    }

    @Test
    void shouldTellStrangersTheSameOfARecordAsOfNone() {
        // Given
        var training = TestClass.open(1);
        var enrolment = training.enrolled(TestOfficers.one(City.WARD));
        long before = Database.count("select count(*) from audit_entries");

        // Then
        for (var unit : java.util.List.of(City.OTHER_DISTRICT, City.STRANGER)) {
            for (var verb : java.util.List.of("approve", "withdraw", "reject")) {
                var hidden = TestClass.act(
                        all(unit), enrolment, verb, verb.equals("approve") ? null : TestClass.reason("OTHER"));
                assertThat(hidden.statusCode()).as(verb).isEqualTo(404);
            }
            var hidden = told(all(unit).get(TestClass.ENROLMENTS + "/" + enrolment));
            assertThat(hidden).isEqualTo(told(all(unit).get(TestClass.ENROLMENTS + "/" + UUID.randomUUID())));
            training.act(all(unit), "close", Map.of()).then().statusCode(404);
            training.patch(all(unit), Map.of()).then().statusCode(404);
        }
        assertThat(Database.count("select count(*) from audit_entries")).isEqualTo(before);
    }

    private static RequestSpecification all(City.Told unit) {
        return Callers.of(unit, "training-reader", "training-planner", "training-organiser", "training-participant");
    }

    private static Map<String, ?> told(Response refused) {
        Map<String, ?> body = new LinkedHashMap<>(refused.as(Json.class).<String, Object>getMap(""));
        body.remove("instance");
        body.remove("traceId");
        return body;
    }
}
