package vn.gov.hanoi.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;
import static vn.gov.hanoi.training.support.Delivery.certifier;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.Delivery;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestOfficers;
import vn.gov.hanoi.training.support.TestPlan;

/** From the nomination to the page that everybody may open, through the doors that people use. */
@QuarkusTest
@WithStack
class CertifiedClassTest {
    @Test
    void shouldCertifyWhoPassedOnceTheClassIsClosed() {
        // Given
        var today = LocalDate.parse(Delivery.today());
        var training = TestClass.open(3);
        var officers = TestOfficers.of(City.DISTRICT, 2);
        var enrolments = officers.stream().map(training::enrolled).toList();
        training.began(today);
        var request = Map.of("classId", training.id(), "decision", Delivery.decision(City.CITY, Delivery.today()));
        var marks = enrolments.stream()
                .map(each -> Map.of("enrolmentId", each, "mark", "PRESENT"))
                .toList();
        TestPlan.post(
                        TestClass.organiser(),
                        "/training/v1/attendance-sheets",
                        Map.of("classId", training.id(), "day", today.toString(), "marks", marks))
                .then()
                .statusCode(201);

        assertThat(stateOf(training)).isEqualTo("RUNNING");

        // When
        var early = TestPlan.post(certifier(City.CITY), Delivery.PATH + "/actions/issue", request);
        training.act(
                        TestClass.organiser(),
                        "close",
                        Map.of(
                                "outcomes",
                                List.of(
                                        Map.of("enrolmentId", enrolments.getFirst(), "outcome", "PASSED"),
                                        Map.of("enrolmentId", enrolments.getLast(), "outcome", "FAILED"))))
                .then()
                .statusCode(200);
        var delivered = stateOf(training);
        var issued = TestPlan.post(certifier(City.CITY), Delivery.PATH + "/actions/issue", request);

        // Then
        assertThat(delivered).isEqualTo("DELIVERED");
        assertThat(stateOf(training)).isEqualTo("CERTIFIED");
        early.then().statusCode(422).body(at("code", equalTo("training.certificate-class-empty")));
        issued.then()
                .statusCode(207)
                .body(at("summary.total", equalTo(1)))
                .body(at("results[0].rowId", equalTo(enrolments.getFirst())))
                .body(at("results[0].status", equalTo(201)));
        var made = certifier(City.CITY)
                .queryParam("officerId", officers.getFirst())
                .get(Delivery.PATH)
                .as(Json.class);
        var page =
                Delivery.everybody().get(made.getString("items[0].publicHref")).as(Json.class);
        assertThat(page.getString("state")).isEqualTo("VALID");
        assertThat(page.getString("content.holder.officerCode")).isEqualTo(TestOfficers.code(officers.getFirst()));
        assertThat(page.getString("content.course.place")).isEqualTo("Hội trường A");
        assertThat(page.getString("content.course.contents[0].name")).isEqualTo("Chỉ tiêu C-1");
        assertThat(page.getString("content.course.firstDay")).isEqualTo(today.toString());
        assertThat(page.<Object>get("content.course.hours")).isEqualTo(6.0);
        assertThat(page.getString("content.heldBy.code")).isEqualTo(City.DEPARTMENT.code());
        assertThat(page.getInt("content.version")).isEqualTo(2);
        revoked(training, Json.from("{\"id\":\"" + made.getString("items[0].id") + "\"}"));
    }

    /** Whose certificate is revoked has none, so the class is only delivered. */
    private static void revoked(TestClass training, Json certificate) {
        Delivery.act(certifier(City.CITY), certificate, "revoke", "\"1\"", "FRAUD")
                .then()
                .statusCode(200);
        assertThat(stateOf(training)).isEqualTo("DELIVERED");
    }

    private static String stateOf(TestClass training) {
        return training.read(TestClass.organiser()).getString("state");
    }
}
