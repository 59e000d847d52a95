package vn.gov.hanoi.training.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Sanctioned;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestOfficers;
import vn.gov.hanoi.training.support.TestPlan;

@QuarkusTest
@WithStack
class EnrolmentTest {
    private static final String CHECKS = "/training/v1/enrolment-checks";

    @Test
    void shouldTakeSeatsAndMoveUpTheFirstWhoWaits() {
        // Given
        var training = TestClass.open(2);
        var enrolments = TestOfficers.of(City.DISTRICT, 4).stream()
                .map(training::nominated)
                .toList();
        // The last to arrive is approved before the third, and still waits behind it.
        for (int each : List.of(0, 1, 3, 2)) {
            TestClass.act(TestClass.organiser(), enrolments.get(each), "approve", null)
                    .then()
                    .statusCode(200);
        }
        var before = states(training);

        // When
        var withdrawn = TestClass.act(
                TestClass.planner(), enrolments.getFirst(), "withdraw", TestClass.reason("BUSINESS_TRIP"));

        // Then
        withdrawn
                .then()
                .statusCode(200)
                .body(at("state", equalTo("WITHDRAWN")))
                .body(at("reason.code", equalTo("BUSINESS_TRIP")));
        assertThat(before).containsExactly("ENROLLED", "ENROLLED", "WAITING", "WAITING");
        assertThat(states(training)).containsExactly("WITHDRAWN", "ENROLLED", "ENROLLED", "WAITING");
        var seats = training.read(TestClass.organiser());
        assertThat(List.of(seats.getInt("seats.taken"), seats.getInt("seats.waiting"), seats.getInt("seats.nominated")))
                .containsExactly(2, 1, 0);
        assertThat(Database.count("""
                        select (select count(*) from event_log where type like '%training.enrolment.changed.v1')
                            + (select count(*) from outbox_events where type like '%training.enrolment.changed.v1')""")).isGreaterThanOrEqualTo(10);
        assertThat(Database.count(
                        "select count(*) from audit_entries where action = 'enrolment.promote' and resource_id = ?",
                        UUID.fromString(enrolments.get(2))))
                .isEqualTo(1);
    }

    private static List<String> states(TestClass training) {
        return Database.query("select state from enrolments where class_id = ? order by arrival", training.id())
                .stream()
                .map(row -> String.valueOf(row.get("state")))
                .toList();
    }

    @Test
    void shouldFreeTheSeatIfNobodyWaitsOrWhoWaitsMayNotCome() {
        // Given
        var training = TestClass.open(1);
        var officers = TestOfficers.of(City.DISTRICT, 2);
        var first = training.enrolled(officers.getFirst());
        var second = training.enrolled(officers.getLast());
        Sanctioned.tell(List.of(Sanctioned.imposed(officers.getLast(), "REPRIMAND", day("02-01"))));

        // When
        TestClass.act(TestClass.planner(), first, "withdraw", TestClass.reason("ILLNESS"))
                .then()
                .statusCode(200);

        // Then
        assertThat(states(training)).containsExactly("WITHDRAWN", "WAITING");
        assertThat(training.read(TestClass.organiser()).getInt("seats.taken")).isZero();
        assertThat(Database.count("select count(*) from learner_days where enrolment_id = ?", UUID.fromString(second)))
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseASanctionedOfficerUntilTheSanctionEnds() {
        // Given
        var officer = TestOfficers.one(City.DISTRICT);
        Sanctioned.tell(List.of(Sanctioned.imposed(officer, "REPRIMAND", LocalDate.of(year() - 1, 5, 12))));
        var within = TestClass.open(5);
        var after = TestClass.open(5, TestClass.setup("05-12"));

        // When
        var refused = within.nominate(TestClass.planner(), officer);
        var accepted = after.nominate(TestClass.planner(), officer);

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("training.sanctioned")))
                .body(at("args.endsOn", equalTo(year() + "-05-11")))
                .body(at("errors[0].pointer", equalTo("/officerId")));
        accepted.then().statusCode(201).body(at("state", equalTo("NOMINATED")));
    }

    @Test
    void shouldCheckAgainAtTheApproval() {
        // Given
        var training = TestClass.open(5);
        var officer = TestOfficers.one(City.DISTRICT);
        var enrolment = training.nominated(officer);
        Sanctioned.tell(List.of(Sanctioned.imposed(officer, "WARNING", day("03-01"))));

        // When
        var refused = TestClass.act(TestClass.organiser(), enrolment, "approve", null);

        // Then
        refused.then().statusCode(422).body(at("code", equalTo("training.sanctioned")));
        assertThat(states(training)).containsExactly("NOMINATED");
        assertThat(training.read(TestClass.organiser()).getInt("seats.taken")).isZero();
    }

    @Test
    void shouldNameBothClassesThatMeetOnADay() {
        // Given
        var first = TestClass.open(5, TestClass.setup("06-01", "06-02"));
        var second = TestClass.open(5, TestClass.setup("06-02", "06-03"));
        var officer = TestOfficers.one(City.DISTRICT);
        var enrolment = first.nominated(officer);

        // When
        var refused = second.nominate(TestClass.planner(), officer);

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo("training.days-taken")))
                .body(at("args.day", equalTo(year() + "-06-02")))
                .body(at("args.classId", equalTo(second.id().toString())))
                .body(at("args.otherClassId", equalTo(first.id().toString())));
        TestClass.act(TestClass.organiser(), enrolment, "reject", TestClass.reason("NOT_A_PRIORITY"))
                .then()
                .statusCode(200);
        second.nominate(TestClass.planner(), officer).then().statusCode(201);
    }

    @Test
    void shouldTellEveryConditionWithItsEvidence() {
        // Given
        var setup = TestClass.setup("07-01", "07-02");
        setup.put("targetCategories", List.of("CADRE"));
        setup.put("courseCode", "LDCP");
        var training = TestClass.open(5, setup);
        var elsewhere = TestOfficers.of(
                City.OTHER_DISTRICT, "CIVIL_SERVANT", "2018-01-01", day("07-02").toString());
        Sanctioned.tell(List.of(Sanctioned.imposed(elsewhere, "WARNING", day("06-30"))));

        // When
        var check = TestClass.planner()
                .queryParam("classId", training.id())
                .queryParam("officerId", elsewhere)
                .get(CHECKS);
        var refused = training.nominate(TestClass.planner(), elsewhere);

        // Then
        check.then().statusCode(200).body(at("eligible", equalTo(false)));
        assertThat(verdicts(check.as(Json.class)))
                .isEqualTo(Map.of(
                        "IN_SERVICE", "NOT_MET",
                        "UNIT_INVITED", "NOT_MET",
                        "CATEGORY_TARGETED", "NOT_MET",
                        "NO_TRAINING_BAN", "NOT_MET",
                        "COURSE_NOT_PASSED", "MET",
                        "DAYS_FREE", "MET"));
        refused.then()
                .statusCode(422)
                .body(at(
                        "errors.code",
                        contains(
                                "training.officer-not-in-service",
                                "training.unit-not-invited",
                                "training.category-not-targeted",
                                "training.sanctioned")));
        assertThat(check.as(Json.class).<String>getList("blockedBy.code"))
                .isEqualTo(refused.as(Json.class).<String>getList("errors.code"));
        assertThat(Database.count("select count(*) from enrolments where class_id = ?", training.id()))
                .isZero();
    }

    private static Map<String, String> verdicts(Json check) {
        var verdicts = new LinkedHashMap<String, String>();
        check.<Map<String, Object>>getList("conditions")
                .forEach(each -> verdicts.put(String.valueOf(each.get("code")), String.valueOf(each.get("verdict"))));
        return verdicts;
    }

    @Test
    void shouldTakeAPersonOnceAndAgainOnlyAfterAWithdrawal() {
        // Given
        var training = TestClass.open(5);
        var officer = TestOfficers.one(City.WARD);
        var enrolment = training.nominated(officer);

        // When
        var twice = training.nominate(TestClass.planner(), officer);

        // Then
        twice.then().statusCode(409).body(at("code", equalTo("training.enrolment-exists")));
        TestClass.act(TestClass.planner(), enrolment, "withdraw", TestClass.reason("OTHER"))
                .then()
                .statusCode(200);
        training.nominated(officer);
        assertThat(states(training)).containsExactly("WITHDRAWN", "NOMINATED");
    }

    @Test
    void shouldLetNobodyActOnTheirOwnCase() {
        // Given
        var training = TestClass.open(5);
        var officer = TestOfficers.one(City.DEPARTMENT);
        var enrolment = training.nominated(officer);
        Supplier<RequestSpecification> learner = () -> Api.as(Tokens.user("learner")
                .unit("H26")
                .officer(TestOfficers.code(officer))
                .roles("training-planner", "training-organiser")
                .token());
        Supplier<RequestSpecification> nominator = () -> Api.as(Tokens.user("planner")
                .unit("H26")
                .roles("training-planner", "training-organiser")
                .token());

        // When
        var refused = new ArrayList<String>();
        for (var answer : List.of(
                TestClass.open(5).nominate(learner.get(), officer),
                TestClass.act(learner.get(), enrolment, "approve", null),
                TestClass.act(learner.get(), enrolment, "withdraw", TestClass.reason("OTHER")),
                TestClass.act(nominator.get(), enrolment, "approve", null))) {
            refused.add(answer.statusCode() + " " + answer.as(Json.class).getString("code"));
        }

        // Then
        assertThat(refused).containsOnly("403 authority.own-act").hasSize(4);
        var offered =
                nominator.get().get(TestClass.ENROLMENTS + "/" + enrolment).as(Json.class);
        assertThat(offered.find("_actions", "name", "approve").<String>getList("blockedBy.code"))
                .containsExactly("authority.own-act");
        assertThat(offered.find("_actions", "name", "reject").getBoolean("enabled"))
                .isTrue();
    }

    @Test
    void shouldShowClassesAndLearnersToWhoHasToDoWithThem() {
        // Given
        var training = TestClass.open(5);
        var enrolment = training.nominated(TestOfficers.one(City.WARD));
        var seen = new LinkedHashMap<String, String>();

        // When
        for (var unit :
                List.of(City.CITY, City.DEPARTMENT, City.DISTRICT, City.WARD, City.OTHER_DISTRICT, City.STRANGER)) {
            var classes = Callers.of(unit, "training-reader").get(TestPlan.CLASSES + "/" + training.id());
            var learners = Callers.of(unit, "training-planner").get(TestClass.ENROLMENTS + "/" + enrolment);
            var rejected = TestClass.act(
                    Callers.of(unit, "training-organiser").queryParam("validateOnly", "true"),
                    enrolment,
                    "reject",
                    TestClass.reason("OTHER"));
            var withdrawn = TestClass.act(
                    Callers.of(unit, "training-planner").queryParam("validateOnly", "true"),
                    enrolment,
                    "withdraw",
                    TestClass.reason("OTHER"));
            var nominated = training.nominate(
                    Callers.of(unit, "training-planner").queryParam("validateOnly", "true"),
                    TestOfficers.one(City.DISTRICT));
            seen.put(
                    unit.code(),
                    classes.statusCode() + " " + learners.statusCode() + " " + rejected.statusCode() + " "
                            + withdrawn.statusCode() + " " + nominated.statusCode());
        }

        // Then
        assertThat(seen)
                .containsExactly(
                        Map.entry("H26", "200 200 200 200 200"),
                        // Holds the class: decides, but the learner and the officers are not its own.
                        Map.entry("H26.1", "200 200 200 403 422"),
                        // Invited, and the learner is of its ward.
                        Map.entry("H26.23", "200 200 403 200 200"),
                        // Below the invited unit; the officer of the district is above it.
                        Map.entry("H26.23.13", "200 200 403 200 422"),
                        Map.entry("H26.24", "404 404 404 404 422"),
                        Map.entry("H27", "404 404 404 404 422"));
    }

    @Test
    void shouldRefuseStaleVersionsWrongStatesAndUnknownReasons() {
        // Given
        var training = TestClass.open(5);
        var enrolment = training.enrolled(TestOfficers.one(City.DISTRICT));
        var path = TestClass.ENROLMENTS + "/" + enrolment + "/actions/";

        // When
        var stale = TestClass.organiser()
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"1\"")
                .body(TestClass.reason("OTHER"))
                .post(path + "withdraw");
        var missing = TestPlan.post(TestClass.organiser(), path + "withdraw", TestClass.reason("OTHER"));
        var again = TestClass.act(TestClass.organiser(), enrolment, "approve", null);
        var early = TestClass.act(TestClass.organiser(), enrolment, "decide", Map.of("outcome", "PASSED"));
        var unknown = TestClass.act(TestClass.organiser(), enrolment, "withdraw", TestClass.reason("NONE"));

        // Then
        stale.then().statusCode(412).body(at("code", equalTo("precondition.failed")));
        missing.then().statusCode(428);
        again.then().statusCode(409).body(at("code", equalTo("training.enrolment-wrong-state")));
        early.then().statusCode(409).body(at("code", equalTo("training.class-wrong-state")));
        unknown.then()
                .statusCode(422)
                .body(at("code", equalTo("training.reason-unknown")))
                .body(at("errors[0].pointer", equalTo("/reason/code")));
        assertThat(states(training)).containsExactly("ENROLLED");
    }

    private static int year() {
        return TestPlan.coming().year();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(year() + "-" + day);
    }
}
