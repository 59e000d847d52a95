package vn.gov.hanoi.training;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Sanctioned;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.Xlsx;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestOfficers;
import vn.gov.hanoi.training.support.TestPlan;

/** How a caller meets the refusals about classes and learners. */
final class ClassProblems {
    private ClassProblems() {}

    static Response raise(TrainingProblem problem) {
        return switch (problem) {
            case CLASS_WRONG_STATE -> {
                var begun = begun();
                yield begun.patch(TestClass.organiser(), Map.of("courseCode", "X"));
            }
            case COST_PLACES_DIFFER -> TestClass.open(2).cost(TestClass.organiser(), TestClass.costSheet(1, 1));
            case COST_ABOVE_COMMITMENT ->
                TestClass.open(1).cost(TestClass.organiser(), TestClass.costSheet(1, 1_000_001));
            case CLASS_HAS_OUTCOMES -> {
                var training = TestClass.open(1);
                var enrolment = training.enrolled(TestOfficers.one(City.DISTRICT));
                training.began(today());
                TestClass.act(TestClass.organiser(), enrolment, "decide", Map.of("outcome", "PASSED"));
                yield training.act(TestClass.organiser(), "cancel", cancellation());
            }
            case CLASS_NOT_OVER -> {
                var training = TestClass.open(1, TestClass.setup("05-11", "05-12"));
                training.began(today());
                yield training.act(TestClass.organiser(), "close", Map.of());
            }
            case SESSION_OUTSIDE_CLASS -> arranged(session -> session.put("day", "2094-01-01"));
            case SESSION_TIMES_REVERSED -> arranged(session -> session.put("endsAt", "07:00"));
            case SESSION_HOURS_EXCEEDED -> arranged(session -> session.put("hours", 3.75));
            case SESSIONS_OVERLAP -> {
                var twice = TestClass.session("05-11", "08:00", "11:30");
                yield patched(Map.of("sessions", List.of(twice, twice)));
            }
            case CATEGORY_UNKNOWN -> patched(Map.of("targetCategories", List.of("NOBODY")));
            case PASS_MARK_ABOVE_MAXIMUM -> patched(Map.of("scoreMaximum", 10, "passMark", 10.5));
            case REASON_UNKNOWN -> {
                var request = cancellation();
                request.put("reason", Map.of("code", "BUSINESS_TRIP", "text", "Không phải lý do hủy lớp"));
                yield TestClass.open(1).act(TestClass.organiser(), "cancel", request);
            }
            case DECISION_NOT_SIGNED_YET -> {
                var request = cancellation();
                request.put("decision", Map.of("number", "1/QĐ", "signedOn", "2094-01-01", "issuer", "H26.1"));
                yield TestClass.open(1).act(TestClass.organiser(), "cancel", request);
            }
            case FILE_BROKEN -> sent("PK");
            case FILE_TOO_LARGE -> sent("officerCode\n" + "x".repeat(9 << 20));
            case FILE_EMPTY -> sent("officerCode\n");
            case FILE_TOO_LONG -> sent("officerCode\n" + "CB1\n".repeat(5_001));
            case COLUMN_UNKNOWN -> sent("officerCode,salary\nCB1,1");
            case COLUMN_TWICE -> sent("officerCode,officerCode\nCB1,CB1");
            case COLUMN_MISSING -> sent("fullName\nA");
            case ROW_BROKEN -> sent("officerCode\n\"CB1");
            case CELL_EMPTY -> sent("officerCode,fullName\n,A");
            case CELL_NOT_TEXT ->
                sent(Xlsx.of(Xlsx.row(1, "officerCode") + Xlsx.row(2, "<c r=\"@\"><v>1</v></c>"))
                        .bytes());
            case CELL_INVALID -> {
                var training = TestClass.open(1);
                var request = Map.of("kind", "OUTCOMES", "classId", training.id(), "atomic", true);
                var file = "officerCode,outcome\nCB1,MAYBE".getBytes(StandardCharsets.UTF_8);
                yield TestClass.file(TestClass.organiser(), training, request, file);
            }
            default -> ofLearners(problem);
        };
    }

    private static Response ofLearners(TrainingProblem problem) {
        var officer = TestOfficers.one(City.DISTRICT);
        return switch (problem) {
            case DAYS_TAKEN -> {
                TestClass.open(1).nominated(officer);
                yield nominated(TestClass.open(1), officer);
            }
            case CLASS_UNKNOWN -> nominated(new TestClass(UUID.randomUUID()), officer);
            case CLASS_WITHOUT_SESSIONS -> nominated(TestClass.open(1, TestClass.setup()), officer);
            case OFFICER_UNKNOWN -> nominated(TestClass.open(1), UUID.randomUUID());
            case OFFICER_NOT_IN_SERVICE ->
                nominated(
                        TestClass.open(1), TestOfficers.of(City.DISTRICT, "CIVIL_SERVANT", "2018-01-01", "2095-02-01"));
            case UNIT_NOT_INVITED -> nominated(TestClass.open(1), TestOfficers.one(City.OTHER_DISTRICT));
            case CATEGORY_NOT_TARGETED -> {
                var setup = TestClass.setup("05-11");
                setup.put("targetCategories", List.of("CADRE"));
                yield nominated(TestClass.open(1, setup), officer);
            }
            case SANCTIONED -> {
                Sanctioned.tell(List.of(Sanctioned.imposed(officer, "REPRIMAND", LocalDate.of(2095, 5, 1))));
                yield nominated(TestClass.open(1), officer);
            }
            case UNDER_EXAMINATION -> {
                Sanctioned.tell(List.of(Sanctioned.considered(officer, LocalDate.of(2026, 5, 1))));
                yield nominated(TestClass.open(1), officer);
            }
            case COURSE_PASSED -> {
                var setup = TestClass.setup("05-11");
                setup.put("courseCode", "QPAN");
                var passed = TestClass.open(1, setup);
                var enrolment = passed.enrolled(officer);
                passed.began(today());
                closed(passed, Map.of("enrolmentId", enrolment, "outcome", "PASSED"));
                yield nominated(TestClass.open(1, setup), officer);
            }
            case ENROLMENT_EXISTS -> {
                var training = TestClass.open(1);
                training.nominated(officer);
                yield nominated(training, officer);
            }
            case ENROLMENT_WRONG_STATE -> {
                var enrolment = TestClass.open(1).enrolled(officer);
                yield TestClass.act(TestClass.organiser(), enrolment, "reject", TestClass.reason("OTHER"));
            }
            case ENROLMENT_HAS_OUTCOME, SCORE_NOT_TAKEN, SCORE_ABOVE_MAXIMUM, OUTCOME_CONTRADICTS_SCORE ->
                ofOutcomes(problem, officer);
            case SURVEY_NOT_OPEN, SURVEY_ANSWERED, QUESTION_UNKNOWN, CHOICE_UNKNOWN, ANSWERS_MISSING ->
                ofSurveys(problem, officer);
            default -> ofAttendance(problem, officer);
        };
    }

    private static Response ofOutcomes(TrainingProblem problem, UUID officer) {
        var setup = TestClass.setup("05-11");
        setup.put("scoreMaximum", 10);
        setup.put("passMark", 5);
        var training = TestClass.open(1, setup);
        var enrolment = training.enrolled(officer);
        training.began(today());
        return switch (problem) {
            case ENROLMENT_HAS_OUTCOME -> {
                decided(enrolment, Map.of("outcome", "ABSENT"));
                yield TestClass.act(TestClass.organiser(), enrolment, "withdraw", TestClass.reason("OTHER"));
            }
            case SCORE_NOT_TAKEN -> decided(enrolment, Map.of("outcome", "ABSENT", "score", 0));
            case SCORE_ABOVE_MAXIMUM -> decided(enrolment, Map.of("outcome", "PASSED", "score", 10.25));
            case OUTCOME_CONTRADICTS_SCORE -> decided(enrolment, Map.of("outcome", "PASSED", "score", 4.75));
            default -> throw new IllegalStateException("nobody says how to meet " + problem);
        };
    }

    private static Response ofAttendance(TrainingProblem problem, UUID officer) {
        var setup = TestClass.setup("05-11", "05-12");
        setup.put("minimumAttendancePercent", 100);
        var training = TestClass.open(1, setup);
        var enrolment = training.enrolled(officer);
        training.began(problem == TrainingProblem.DAY_TO_COME ? today() : today().minusDays(1));
        var outcome = Map.<String, Object>of("enrolmentId", enrolment, "outcome", "PASSED");
        return switch (problem) {
            case SHEET_EXISTS -> {
                marked(training, today(), enrolment, "PRESENT");
                yield marked(training, today(), enrolment, "PRESENT");
            }
            case NOT_A_CLASS_DAY -> marked(training, today().minusDays(2), enrolment, "PRESENT");
            case DAY_TO_COME -> marked(training, today().plusDays(1), enrolment, "PRESENT");
            case LEARNER_UNKNOWN -> marked(training, today(), UUID.randomUUID().toString(), "PRESENT");
            case LEARNER_TWICE -> closed(training, outcome, outcome);
            case MARK_UNKNOWN -> marked(training, today(), enrolment, "ASLEEP");
            case MARKS_MISSING -> marked(training, today(), null, "PRESENT");
            case OUTCOMES_MISSING -> closed(training);
            case ATTENDANCE_MISSING -> closed(training, outcome);
            case ATTENDANCE_TOO_LOW -> {
                marked(training, today(), enrolment, "ABSENT");
                marked(training, today().minusDays(1), enrolment, "LATE");
                yield closed(training, outcome);
            }
            default -> throw new IllegalStateException("nobody says how to meet " + problem);
        };
    }

    private static Response ofSurveys(TrainingProblem problem, UUID officer) {
        var training = TestClass.open(1);
        var enrolment = training.enrolled(officer);
        training.began(today().minusDays(problem == TrainingProblem.SURVEY_NOT_OPEN ? 31 : 0));
        closed(training, Map.of("enrolmentId", enrolment, "outcome", "PASSED"));
        var evaluation = Database.query(
                        "select id from quality_evaluations where class_id = ? and kind = 'LEARNERS'", training.id())
                .getFirst()
                .get("id");
        var path = "/training/v1/quality-evaluations/" + evaluation + "/answers";
        var answers = new ArrayList<Map<String, Object>>();
        for (var question : List.of(
                "PROGRAMME_FITS",
                "PROGRAMME_BALANCED",
                "LEARNERS_ACTIVE",
                "LECTURER_KNOWS",
                "LECTURER_TEACHES",
                "FACILITIES_SUIT",
                "COURSE_ORGANISED")) {
            answers.add(Map.of("question", question, "choice", 4));
        }
        switch (problem) {
            case SURVEY_ANSWERED -> TestPlan.post(learner(officer), path, Map.of("answers", List.copyOf(answers)));
            case QUESTION_UNKNOWN -> answers.set(0, Map.of("question", "NONE", "choice", 4));
            case CHOICE_UNKNOWN -> answers.set(0, Map.of("question", "PROGRAMME_FITS", "choice", 6));
            case ANSWERS_MISSING -> answers.removeFirst();
            default -> {}
        }
        return TestPlan.post(learner(officer), path, Map.of("answers", answers));
    }

    private static RequestSpecification learner(UUID officer) {
        return Api.as(Tokens.user("learner." + officer)
                .unit("H26.23")
                .officer(TestOfficers.code(officer))
                .roles("training-participant")
                .token());
    }

    private static Response marked(TestClass training, LocalDate day, @Nullable String enrolment, String mark) {
        var marks = enrolment == null ? List.of() : List.of(Map.of("enrolmentId", enrolment, "mark", mark));
        return TestPlan.post(
                TestClass.organiser(),
                "/training/v1/attendance-sheets",
                Map.of("classId", training.id(), "day", day.toString(), "marks", marks));
    }

    private static Response closed(TestClass training, Map<?, ?>... outcomes) {
        return training.act(TestClass.organiser(), "close", Map.of("outcomes", List.of(outcomes)));
    }

    private static Response sent(String file) {
        return sent(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Response sent(byte[] file) {
        var training = TestClass.open(1);
        var request = Map.of("kind", "ENROLMENTS", "classId", training.id(), "atomic", true);
        return TestClass.file(TestClass.planner(), training, request, file);
    }

    private static Response decided(String enrolment, Map<String, ?> outcome) {
        return TestClass.act(TestClass.organiser(), enrolment, "decide", outcome);
    }

    private static Response nominated(TestClass training, UUID officer) {
        return training.nominate(TestClass.planner(), officer);
    }

    private static TestClass begun() {
        var training = TestClass.open(1);
        training.began(today());
        return training;
    }

    private static Response arranged(Consumer<Map<String, @Nullable Object>> change) {
        var sessions = new ArrayList<>(TestClass.sessions("05-11"));
        change.accept(sessions.getFirst());
        return patched(Map.of("sessions", sessions));
    }

    private static Response patched(Map<String, ?> setup) {
        return TestClass.open(1).patch(TestClass.organiser(), setup);
    }

    private static Map<String, Object> cancellation() {
        var request = new HashMap<String, Object>(TestClass.reason("TOO_FEW_LEARNERS"));
        request.put("decision", Map.of("number", "112/QĐ-SNV", "signedOn", "2026-01-05", "issuer", "H26.1"));
        return request;
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
    }
}
