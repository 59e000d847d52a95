package vn.gov.hanoi.training.reorganisation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestPlan;
import vn.gov.hanoi.training.support.TestProposal;
import vn.gov.hanoi.training.support.TestReform;

/** Learners, needs and proposals of a unit that ended follow by rule; service commitments do so in the test of compensations. */
@QuarkusTest
@WithStack
class KeptWorkTest {
    @Test
    void shouldBeKeptByTheSuccessorWithTheGreatestShareAndByNobodyElse() {
        // Given
        var reform = TestReform.of(TestPlan.coming());
        var officer = City.officer(reform.old());
        var setup = TestClass.setup("08-17");
        setup.put("invitedUnitIds", List.of(reform.old().id()));
        var classFor = TestClass.open(5, setup);
        var enrolment = TestClass.ENROLMENTS + "/" + classFor.nominated(officer);
        var proposal = TestProposal.drafted(
                TestPlan.coming().year(),
                reform.old(),
                TestProposal.line("Kỹ năng số", "DISTRICT_BUDGETS", 1, 20, 1_000_000L));
        var proposed = TestProposal.PROPOSALS + "/" + proposal.getString("id");
        String need = TestPlan.post(
                        Callers.city(),
                        "/training/v1/training-needs",
                        Map.of("officerId", officer, "origin", "MANAGER", "year", 2027, "criterion", "DIGITAL"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        TestReform.in(reform.first()).get(enrolment).then().statusCode(404);

        // When
        reform.end(TestReform.today().minusDays(1));
        City.place(officer, reform.first(), 2);

        // Then
        for (var record : List.of(enrolment, proposed)) {
            TestReform.in(reform.first()).get(record).then().statusCode(200);
            TestReform.in(reform.second()).get(record).then().statusCode(404);
            TestReform.in(City.OTHER_DISTRICT).get(record).then().statusCode(404);
        }
        TestReform.in(reform.first())
                .queryParam("officerId", officer)
                .get("/training/v1/training-needs")
                .then()
                .statusCode(200)
                .body(at("items.id", hasItem(need)));
        TestProposal.act(TestReform.in(reform.first()), proposal, "return", "Sai")
                .then()
                .statusCode(403)
                .body(at("code", equalTo("authority.own-act")));
        TestProposal.act(TestReform.in(reform.first()), proposal, "submit", null)
                .then()
                .statusCode(200);
        TestClass.act(
                        TestReform.in(reform.first()),
                        enrolment.substring(enrolment.lastIndexOf('/') + 1),
                        "withdraw",
                        TestClass.reason("POST_CHANGED"))
                .then()
                .statusCode(200);
    }
}
