package vn.gov.hanoi.training.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.course.Deliveries;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestOfficers;
import vn.gov.hanoi.training.support.TestPlan;

@QuarkusTest
@WithStack
class CloseClassTest {
    private static final String SHEETS = "/training/v1/attendance-sheets";

    private final Clock clock;
    private final Deliveries deliveries;

    CloseClassTest(Clock clock, Deliveries deliveries) {
        this.clock = clock;
        this.deliveries = deliveries;
    }

    /** A scored class of two days that ended today. */
    private record Ended(TestClass training, List<String> enrolments, List<LocalDate> days) {
        Response sheet(LocalDate day, String... marks) {
            return TestPlan.post(
                    TestClass.organiser(),
                    SHEETS,
                    Map.of("classId", training.id(), "day", day.toString(), "marks", marks(marks)));
        }

        List<Map<String, String>> marks(String... marks) {
            var given = new ArrayList<Map<String, String>>();
            for (int i = 0; i < marks.length; i++) {
                given.add(Map.of("enrolmentId", enrolments.get(i), "mark", marks[i]));
            }
            return given;
        }

        Map<String, Object> outcome(int learner, String outcome) {
            return Map.of("enrolmentId", enrolments.get(learner), "outcome", outcome);
        }

        Map<String, Object> outcome(int learner, String outcome, Number score) {
            return Map.of("enrolmentId", enrolments.get(learner), "outcome", outcome, "score", score);
        }

        Response close(Map<?, ?>... outcomes) {
            return training.act(TestClass.organiser(), "close", Map.of("outcomes", List.of(outcomes)));
        }
    }

    private Ended ended(int learners, int seats) {
        var setup = TestClass.setup("05-11", "05-12");
        setup.put(
                "courseCode",
                "LDCP-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT));
        setup.put("minimumAttendancePercent", 50);
        setup.put("scoreMaximum", 10);
        setup.put("passMark", 5);
        var training = TestClass.open(seats, setup);
        var enrolments = TestOfficers.of(City.DISTRICT, learners).stream()
                .map(training::enrolled)
                .toList();
        var last = LocalDate.now(clock);
        training.began(last.minusDays(1));
        return new Ended(training, enrolments, List.of(last.minusDays(1), last));
    }

    @Test
    void shouldCloseAClassInOneActAfterWhichEverybodyHasAState() {
        // Given
        var class5 = ended(5, 4);
        class5.sheet(class5.days().getFirst(), "PRESENT", "PRESENT", "ABSENT", "PRESENT")
                .then()
                .statusCode(201)
                .body(at("counts.PRESENT", equalTo(3)));
        class5.sheet(class5.days().getLast(), "LATE", "ABSENT", "ABSENT", "ABSENT_WITH_LEAVE")
                .then()
                .statusCode(201);
        TestClass.act(
                        TestClass.organiser(),
                        class5.enrolments().getFirst(),
                        "decide",
                        Map.of("outcome", "FAILED", "score", 4.5))
                .then()
                .statusCode(200)
                .body(at("outcome.score.state", equalTo("SCORED")));

        // When
        var closed = class5.close(
                class5.outcome(0, "PASSED", 8.25),
                class5.outcome(1, "PASSED", 5),
                class5.outcome(2, "ABSENT"),
                class5.outcome(3, "EXEMPT"));

        // Then
        closed.then()
                .statusCode(200)
                .body(at("state", equalTo("DELIVERED")))
                .body(at("outcomes.PASSED", equalTo(2)))
                .body(at("outcomes.ABSENT", equalTo(1)))
                .body(at("outcomes.EXEMPT", equalTo(1)));
        var shown = new ArrayList<String>();
        for (var enrolment : class5.enrolments()) {
            var read = TestClass.organiser()
                    .get(TestClass.ENROLMENTS + "/" + enrolment)
                    .as(Json.class);
            shown.add(read.getString("state") + " " + read.getString("outcome.state") + " "
                    + read.getString("outcome.score.state") + " " + read.getString("outcome.score.points"));
        }
        assertThat(shown)
                .containsExactly(
                        "ENROLLED PASSED SCORED 8.25",
                        "ENROLLED PASSED SCORED 5.0",
                        "ENROLLED ABSENT ABSENT null",
                        "ENROLLED EXEMPT EXEMPT null",
                        "CANCELLED null null null");
        class5.training()
                .act(TestClass.organiser(), "close", Map.of())
                .then()
                .statusCode(409)
                .body(at("code", equalTo("training.class-wrong-state")));
        completions(class5);
        delivered(class5);
        givesBackWhatIsLeft(class5);
    }

    /** As long as a class is open, only the class gives its money back; see training.commitment-of-class. */
    private static void givesBackWhatIsLeft(Ended of) {
        var commitment = Database.query(
                        "select c.commitment_entry_id as entry, e.account_id as account from classes c join ledger_entries e on e.id = c.commitment_entry_id where c.id = ?",
                        of.training().id())
                .getFirst();
        TestPlan.post(
                        Callers.city(),
                        TestPlan.ENTRIES,
                        Map.of(
                                "accountId",
                                String.valueOf(commitment.get("account")),
                                "kind",
                                "RELEASE",
                                "amountVnd",
                                1,
                                "description",
                                "Trả lại phần còn dư",
                                "commitmentId",
                                String.valueOf(commitment.get("entry"))))
                .then()
                .statusCode(201);
    }

    private static void completions(Ended of) {
        var told = Database.query("""
                select convert_from(envelope, 'UTF8') as event from (
                    select type, envelope from event_log union all select type, envelope from outbox_events) t
                where type = 'vn.gov.hanoi.training.completion.recorded.v1' and convert_from(envelope, 'UTF8') like ?""", "%" + of.training().id() + "%");
        assertThat(told).hasSize(4).allSatisfy(row -> assertThat(String.valueOf(row.get("event")))
                .doesNotContain("Mẫu")
                .doesNotContain("score"));
    }

    private void delivered(Ended of) {
        var found = QuarkusTransaction.requiringNew()
                .call(() -> deliveries.of(UUID.fromString(of.enrolments().getFirst())));
        assertThat(found).hasValueSatisfying(delivered -> {
            assertThat(delivered.outcome()).isEqualTo("PASSED");
            assertThat(delivered.hours()).isEqualByComparingTo(BigDecimal.valueOf(12));
            assertThat(List.of(delivered.firstDay(), delivered.lastDay())).isEqualTo(of.days());
            assertThat(delivered.hostUnit().code()).isEqualTo("H26.1");
            assertThat(delivered.place()).isEqualTo("Hội trường A");
            assertThat(delivered.planLineCode()).isEqualTo("C-1");
        });
    }

    @Test
    void shouldNotCloseWhileAnythingIsMissingOrContradicts() {
        // Given
        var two = ended(2, 2);
        var refused = new ArrayList<String>();

        // When
        var early = two.close(two.outcome(0, "PASSED", 9));
        refused.add(code(early));
        refused.add(code(two.close(two.outcome(0, "PASSED", 9), two.outcome(1, "ABSENT"))));
        two.sheet(two.days().getFirst(), "ABSENT", "PRESENT").then().statusCode(201);
        two.sheet(two.days().getLast(), "ABSENT_WITH_LEAVE", "ABSENT").then().statusCode(201);
        var low = two.close(two.outcome(0, "PASSED", 9), two.outcome(1, "PASSED", 5));
        refused.add(code(low));
        var twice = two.close(
                two.outcome(0, "FAILED", 6),
                two.outcome(0, "ABSENT", 0),
                Map.of("enrolmentId", UUID.randomUUID(), "outcome", "PASSED"));

        // Then
        early.then().body(at("args.missing", equalTo(1)));
        low.then().body(at("args.percent", equalTo(0.0))).body(at("args.minimum", equalTo(50.0)));
        assertThat(refused)
                .containsExactly(
                        "training.outcomes-missing", "training.attendance-missing", "training.attendance-too-low");
        twice.then()
                .statusCode(422)
                .body(at(
                        "errors.code",
                        contains(
                                "training.outcome-contradicts-score",
                                "training.learner-twice",
                                "training.score-not-taken",
                                "training.learner-unknown")))
                .body(at("errors[0].pointer", equalTo("/outcomes/0/outcome")));
        assertThat(Database.count(
                        "select count(*) from enrolments where class_id = ? and outcome is not null",
                        two.training().id()))
                .isZero();
    }

    private static String code(Response answer) {
        return answer.as(Json.class).getString("code");
    }

    @Test
    void shouldKeepOneSheetADayWithOneMarkForEach() {
        // Given
        var two = ended(2, 2);
        var day = two.days().getFirst();
        var sheet = two.sheet(day, "PRESENT", "PRESENT")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        // When
        var again = two.sheet(day, "PRESENT", "PRESENT");
        var missing = two.sheet(two.days().getLast(), "PRESENT");
        var unknown = two.sheet(two.days().getLast(), "PRESENT", "ASLEEP");
        var elsewhere = two.sheet(day.minusDays(7), "PRESENT", "PRESENT");
        var foreign = Callers.of(City.DISTRICT, "training-organiser").get(SHEETS + "/" + sheet);
        var corrected = TestClass.organiser()
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"1\"")
                .body(Map.of("marks", two.marks("LATE", "ABSENT")))
                .put(SHEETS + "/" + sheet);
        var stale = TestClass.organiser()
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"1\"")
                .body(Map.of("marks", two.marks("LATE", "LATE")))
                .put(SHEETS + "/" + sheet);

        // Then
        again.then().statusCode(409).body(at("code", equalTo("training.attendance-sheet-exists")));
        missing.then()
                .statusCode(422)
                .body(at("code", equalTo("training.marks-missing")))
                .body(at("args.missing", equalTo(1)));
        unknown.then().statusCode(422).body(at("errors[0].pointer", equalTo("/marks/1/mark")));
        elsewhere.then().statusCode(422).body(at("code", equalTo("training.not-a-class-day")));
        foreign.then().statusCode(404);
        corrected.then().statusCode(200).header("ETag", "\"2\"").body(at("counts.LATE", equalTo(1)));
        stale.then().statusCode(412);
        TestClass.organiser()
                .queryParam("classId", two.training().id())
                .get(SHEETS)
                .then()
                .statusCode(200)
                .body(at("items.size()", equalTo(1)))
                .body(at("items[0].marks", nullValue()))
                .body(at("items[0].counts.ABSENT", equalTo(1)));
    }

    @Test
    void shouldLetNoLearnerMarkOrJudgeThemselves() {
        // Given
        var setup = TestClass.setup("05-11");
        var training = TestClass.open(2, setup);
        var officer = TestOfficers.one(City.DEPARTMENT);
        var enrolment = training.enrolled(officer);
        training.began(LocalDate.now(clock));
        var token = Tokens.user("learner")
                .unit("H26.1")
                .officer(TestOfficers.code(officer))
                .roles("training-organiser")
                .token();

        // When
        var marked = TestPlan.post(
                Api.as(token),
                SHEETS,
                Map.of(
                        "classId",
                        training.id(),
                        "day",
                        LocalDate.now(clock).toString(),
                        "marks",
                        List.of(Map.of("enrolmentId", enrolment, "mark", "PRESENT"))));
        var closed = training.act(
                Api.as(token),
                "close",
                Map.of("outcomes", List.of(Map.of("enrolmentId", enrolment, "outcome", "PASSED"))));

        // Then
        assertThat(List.of(code(marked), code(closed))).containsOnly("authority.own-act");
        assertThat(List.of(marked.statusCode(), closed.statusCode())).containsOnly(403);
    }
}
