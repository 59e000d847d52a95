package vn.gov.hanoi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.TestPlan;

/** What a call must say of itself to a service, whoever sent it on, and what the audit keeps of it. */
@QuarkusTest
@WithStack
class CallerDeclarationTest {
    private static final String NEEDS = "/training/v1/training-needs";
    private static final String OFFICER = "0197c363-ff40-7c33-b1e0-90d2c4f1aa02";

    @Test
    void shouldRecordWhoseSystemReadWhatForWhom() {
        // When
        var read = declared("TRAINING_REVIEW")
                .header("Caller-Case", "12/Q%C4%90-SNV")
                .header("Caller-User", "u-77")
                .queryParam("officerId", OFFICER)
                .get(NEEDS);

        // Then
        read.then().statusCode(200);
        assertThat(recorded(read)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("action", "read")
                .containsEntry("subject", "person-integration")
                .containsEntry("resource", "training-needs")
                .containsEntry("resource_id", null)
                .containsEntry("organisation", "H26.99")
                .containsEntry("purpose", "TRAINING_REVIEW")
                .containsEntry("case_number", "12/Q%C4%90-SNV")
                .containsEntry("caller_user", "u-77")
                .containsEntry("officer", OFFICER)
                .containsEntry("status", "200"));
    }

    @Test
    void shouldRecordOneReadingAndOneThatFoundNothing() {
        // Given
        var plan = TestPlan.roomy().planId();
        var person = Callers.city().header("Caller-Purpose", "STATISTICS");

        // When
        var found = person.get("/training/v1/plans/" + plan);
        var missed = declared("TRAINING_REVIEW").get("/training/v1/plans/" + UUID.randomUUID());

        // Then
        assertThat(recorded(found)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("resource_id", UUID.fromString(plan))
                .containsEntry("organisation", null)
                .containsEntry("purpose", "STATISTICS")
                .containsEntry("status", "200"));
        assertThat(recorded(missed)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("status", "404"));
    }

    @Test
    void shouldKeepWhatTheCallSaidWithEachChange() {
        // Given
        var plan = TestPlan.roomy();

        // When
        var posted = TestPlan.post(declared("TRAINING_REVIEW"), TestPlan.ENTRIES, plan.commitment("C", 7));
        var opened = TestPlan.post(declared("TRAINING_REVIEW"), TestPlan.CLASSES, plan.newClass("C-1", 1, 1));

        // Then
        for (var changed : List.of(posted, opened)) {
            changed.then().statusCode(201);
            assertThat(recorded(changed)).isNotEmpty().allSatisfy(entry -> assertThat(entry)
                    .containsEntry("organisation", "H26.99")
                    .containsEntry("purpose", "TRAINING_REVIEW"));
        }
    }

    @Test
    void shouldAskNothingOfPersonsAndRecordNoReadingWithoutAPurpose() {
        // When
        var read = Callers.city().get(NEEDS);

        // Then
        read.then().statusCode(200);
        assertThat(recorded(read)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-, -, -, 400, caller.purpose-missing",
        "CURIOSITY, -, -, 400, caller.purpose-unknown",
        "STATISTICS, -, -, 403, caller.purpose-not-granted",
        "AUDIT, -, -, 400, caller.case-missing",
        "TRAINING_REVIEW, H26, -, 403, caller.organisation-not-bound",
        "TRAINING_REVIEW, H26.99, a b, 400, caller.header-malformed"
    })
    void shouldNotBelieveThatSomebodyCheckedBefore(
            String purpose, String organisation, String user, int status, String code) {
        // Given
        var call = system();
        Map.of("Caller-Purpose", purpose, "Caller-Organisation", organisation, "Caller-User", user)
                .forEach((name, value) -> {
                    if (!value.equals("-")) {
                        call.header(name, value);
                    }
                });

        // When
        var refused = call.get(NEEDS);

        // Then
        refused.then().statusCode(status).body(at("code", equalTo(code)));
        assertThat(refused.as(Json.class).getString("detail")).doesNotContain(code);
        assertThat(recorded(refused)).isEmpty();
    }

    private static RequestSpecification declared(String purpose) {
        return system().header("Caller-Purpose", purpose);
    }

    private static RequestSpecification system() {
        return Api.as(Tokens.user("integration")
                .unit("H26")
                .roles("training-reader", "training-planner", "training-organiser")
                .system("H26.99", "TRAINING_REVIEW", "AUDIT")
                .token());
    }

    private static List<Map<String, Object>> recorded(Response answer) {
        return Database.query("""
                select action, subject, resource, resource_id, organisation, purpose, case_number, caller_user,
                    details ->> 'officerId' as officer, details ->> 'status' as status
                from audit_entries where trace_id = ?""", answer.header("Trace-Id"));
    }
}
