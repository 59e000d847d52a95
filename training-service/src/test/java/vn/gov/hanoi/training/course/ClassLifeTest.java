package vn.gov.hanoi.training.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestOfficers;
import vn.gov.hanoi.training.support.TestPlan;

@QuarkusTest
@WithStack
class ClassLifeTest {
    private final Clock clock;

    ClassLifeTest(Clock clock) {
        this.clock = clock;
    }

    @Test
    void shouldGiveBackQuotaAndMoneyOfAClassThatIsCancelledAndTellItsLearners() {
        // Given
        var training = TestClass.open(3);
        var enrolments = TestOfficers.of(City.DISTRICT, 2).stream()
                .map(training::enrolled)
                .toList();
        var before = balance();

        // When
        var cancelled = training.act(TestClass.organiser(), "cancel", cancellation());

        // Then
        cancelled
                .then()
                .statusCode(200)
                .body(at("state", equalTo("CANCELLED")))
                .body(at("cancellation.releasedVnd", equalTo(1_000_000)))
                .body(at("cancellation.decision.number", equalTo("112/QĐ-SNV")))
                .body(at("seats.taken", equalTo(0)));
        assertThat(balance()).isEqualTo(List.of(before.get(0) - 1, before.get(1) - 3, before.get(2) - 1_000_000));
        for (var enrolment : enrolments) {
            assertThat(Database.count("""
                            select count(*) from (select envelope from event_log union all select envelope from outbox_events) t
                            where convert_from(envelope, 'UTF8') like ? and convert_from(envelope, 'UTF8') like '%CANCELLED%'""", "%enrolments/" + enrolment + "%")).isEqualTo(1);
        }
        assertThat(Database.count("select count(*) from learner_days where class_id = ?", training.id()))
                .isZero();
        training.act(TestClass.organiser(), "cancel", cancellation())
                .then()
                .statusCode(409)
                .body(at("code", equalTo("training.class-wrong-state")));
        assertThat(balance().get(2)).isEqualTo(before.get(2) - 1_000_000);
    }

    private static List<Long> balance() {
        var plan = TestPlan.coming();
        var line = UUID.fromString(plan.line("C-1"));
        return List.of(
                Database.count("select opened_classes from plan_lines where id = ?", line),
                Database.count("select opened_places from plan_lines where id = ?", line),
                Database.count("select committed_vnd from accounts where id = ?", UUID.fromString(plan.account("C"))));
    }

    private static Map<String, Object> cancellation() {
        var request = new HashMap<String, Object>(TestClass.reason("TOO_FEW_LEARNERS"));
        request.put("decision", Map.of("number", "112/QĐ-SNV", "signedOn", "2026-01-05", "issuer", "H26.1"));
        return request;
    }

    @Test
    void shouldChangeWhatIsNamedClearWhatIsNullAndKeepTheRest() {
        // Given
        var setup = TestClass.setup("05-11");
        setup.put("courseCode", "LDCP");
        setup.put("scoreMaximum", 10);
        var training = TestClass.open(2, setup);
        var patch = new HashMap<String, Object>(
                Map.of("minimumAttendancePercent", 80, "targetCategories", List.of("CADRE")));
        patch.put("courseCode", null);

        // When
        var changed = training.patch(TestClass.organiser(), patch);

        // Then
        changed.then()
                .statusCode(200)
                .body(at("setup.courseCode", nullValue()))
                .body(at("setup.minimumAttendancePercent", equalTo(80.0)))
                .body(at("setup.scoreMaximum", equalTo(10.0)))
                .body(at("setup.targetCategories", contains("CADRE")))
                .body(at("setup.sessions.size()", equalTo(2)))
                .body(at("setup.sessions[0].startsAt", equalTo("08:00")));
        assertThat(changed.header("ETag")).isEqualTo("\"" + training.version() + "\"");
        assertThat(training.version()).isGreaterThan(1);
    }

    @Test
    void shouldNotMoveLearnersIntoTwoClassesOnADay() {
        // Given
        var moved = TestClass.open(2, TestClass.setup("09-01"));
        var other = TestClass.open(2, TestClass.setup("09-02"));
        var officer = TestOfficers.one(City.DISTRICT);
        moved.enrolled(officer);
        other.nominated(officer);

        // When
        var refused = moved.patch(TestClass.organiser(), Map.of("sessions", TestClass.sessions("09-02")));
        var none = moved.patch(TestClass.organiser(), Map.of("sessions", List.of()));
        var accepted = moved.patch(TestClass.organiser(), Map.of("sessions", TestClass.sessions("09-03", "09-04")));

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("training.days-taken")))
                .body(at("args.otherClassId", equalTo(other.id().toString())));
        none.then().statusCode(422).body(at("code", equalTo("training.class-without-sessions")));
        accepted.then().statusCode(200);
        assertThat(Database.count(
                        "select count(*) from learner_days where officer_id = ? and class_id = ?", officer, moved.id()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "startsAt, 8:00, 400, request.invalid-value",
        "hours, 3.125, 400, request.invalid-value",
        "day, 2095-02-30, 400, request.wrong-type",
        "place, ' ', 400, request.invalid-value",
        "endsAt, 07:59, 422, training.session-times-reversed",
        "day, 2094-12-31, 422, training.session-outside-class"
    })
    void shouldRefuseSessionsThatCannotBe(String member, String value, int status, String code) {
        // Given
        var training = TestClass.open(2);
        var session = TestClass.session("05-11", "08:00", "11:30");
        session.put(member, member.equals("hours") ? (Object) new java.math.BigDecimal(value) : value);

        // When
        var refused = training.patch(TestClass.organiser(), Map.of("sessions", List.of(session)));

        // Then
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.as(Json.class).getString("code")).isIn(code, "request.invalid-value");
        assertThat(training.version()).isEqualTo(1);
    }

    @Test
    void shouldRefuseWhatIsNoPatchOfASetup() {
        // Given
        var training = TestClass.open(2);

        // When
        var unknown = training.patch(TestClass.organiser(), Map.of("places", 5));
        var text = training.patch(TestClass.organiser(), "none");
        var json = TestClass.organiser()
                .contentType("application/json")
                .body(Map.of("setup", Map.of()))
                .patch(TestPlan.CLASSES + "/" + training.id());
        var foreign = training.patch(Callers.of(City.DISTRICT, "training-organiser"), Map.of("courseCode", "X"));

        // Then
        assertThat(List.of(unknown.statusCode(), text.statusCode(), json.statusCode(), foreign.statusCode()))
                .containsExactly(400, 400, 415, 403);
        assertThat(training.version()).isEqualTo(1);
    }

    @Test
    void shouldOfferWhatTheGuardAllows() {
        // Given
        var training = TestClass.open(2);
        var enrolment = training.enrolled(TestOfficers.one(City.DISTRICT));

        // When
        var before = training.read(TestClass.organiser());
        training.began(LocalDate.now(clock));
        var running = training.read(TestClass.organiser());
        TestClass.act(TestClass.organiser(), enrolment, "decide", Map.of("outcome", "PASSED"));
        var judged = training.read(TestClass.organiser());
        var invited = training.read(Callers.of(City.DISTRICT, "training-reader", "training-organiser"));

        // Then
        assertThat(List.of(before.getString("state"), running.getString("state")))
                .containsExactly("OPENED", "RUNNING");
        assertThat(blockers(before, "close")).containsExactly("training.class-wrong-state");
        assertThat(blockers(before, "cancel")).isEmpty();
        assertThat(blockers(running, "close")).isEmpty();
        assertThat(blockers(judged, "cancel")).containsExactly("training.class-has-outcomes");
        assertThat(blockers(invited, "close")).containsExactly("scope.outside");
    }

    private static List<String> blockers(Json shown, String action) {
        return shown.find("_actions", "name", action).getList("blockedBy.code");
    }
}
