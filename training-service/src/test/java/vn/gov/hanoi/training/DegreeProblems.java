package vn.gov.hanoi.training;

import static vn.gov.hanoi.training.support.TestDegree.CASES;
import static vn.gov.hanoi.training.support.TestDegree.ENDED;
import static vn.gov.hanoi.training.support.TestDegree.SENT;
import static vn.gov.hanoi.training.support.TestDegree.today;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.support.Books;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestDegree;
import vn.gov.hanoi.training.support.TestPlan;

/** How a caller meets the refusals about degrees, commitments and compensation. */
final class DegreeProblems {
    private DegreeProblems() {}

    static Response raise(TrainingProblem problem) {
        var officer = TestDegree.officer(City.DEPARTMENT);
        return switch (problem) {
            case OFFICER_UNKNOWN -> proposed(officer, "officerId", UUID.randomUUID());
            case DEGREE_LEVEL_UNKNOWN -> proposed(officer, "level", "BACCALAUREATE");
            case DEGREE_COST_ITEM_UNKNOWN ->
                proposed(officer, "costs", List.of(Map.of("item", "SALARY", "amountVnd", 1)));
            case DEGREE_COST_EXCEEDED ->
                TestDegree.proposed(officer).approved().commit(Books.fresh().account(), TestDegree.COST + 1);
            case DEGREE_DAYS_REVERSED -> proposed(officer, "endsOn", "2020-01-01");
            case DEGREE_RULE_MISSING -> proposed(officer, "startsOn", "2017-10-20");
            case DEGREE_CONDITION_NOT_MET -> {
                var old = TestDegree.request(officer, SENT);
                old.put("statements", TestDegree.statements("1970-01-01"));
                yield approved(TestDegree.proposed(old));
            }
            case DEGREE_CONDITION_UNKNOWN -> {
                var silent = TestDegree.request(officer, SENT);
                silent.put("statements", TestDegree.statements(null));
                yield approved(TestDegree.proposed(silent));
            }
            case DEGREE_NOT_WAIVABLE -> waived(TestDegree.proposed(officer), "IN_SERVICE", "OTHER");
            case REASON_UNKNOWN -> waived(TestDegree.proposed(officer), "AGE", "NO_CASE");
            case DECISION_NOT_SIGNED_YET ->
                TestDegree.proposed(officer)
                        .act(
                                TestDegree.approver(),
                                "approve",
                                Map.of("decision", TestDegree.decision("2094-01-01"), "waivers", List.of()));
            case DEGREE_TRAINING_EXISTS -> {
                TestDegree.proposed(officer);
                yield TestDegree.propose(TestDegree.request(officer, SENT));
            }
            case DEGREE_WRONG_STATE -> approved(TestDegree.proposed(officer).approved());
            case DEGREE_DAY_OUTSIDE ->
                TestDegree.proposed(officer)
                        .approved()
                        .sent(SENT)
                        .act(TestDegree.planner(), "close", TestDegree.completion(SENT.minusDays(1)));
            case DEGREE_ENDING_INCOMPLETE ->
                TestDegree.proposed(officer)
                        .approved()
                        .sent(SENT)
                        .act(TestDegree.planner(), "close", Map.of("outcome", "LEFT", "endedOn", ENDED.toString()));
            default -> ofCompensation(problem, TestDegree.completed(officer));
        };
    }

    private static Response ofCompensation(TrainingProblem problem, TestDegree training) {
        var left = ENDED.plusDays(1).plusMonths(12);
        return switch (problem) {
            case SERVICE_COMMITMENT_UNKNOWN -> {
                var report = new HashMap<>(training.left(left));
                report.put("commitmentId", UUID.randomUUID());
                yield TestPlan.post(TestDegree.planner(), CASES, report);
            }
            case COMPENSATION_NOT_IN_DECREE -> {
                var report = new HashMap<>(training.left(left));
                report.put("trigger", "DISMISSED_BEFORE_END");
                yield TestPlan.post(TestDegree.planner(), CASES, report);
            }
            case COMPENSATION_DOES_NOT_FIT -> TestPlan.post(TestDegree.planner(), CASES, training.left(ENDED));
            case COMPENSATION_EXISTS -> {
                training.reported(left);
                yield TestPlan.post(TestDegree.planner(), CASES, training.left(left));
            }
            case COMPENSATION_WRONG_STATE -> TestDegree.pay(training.reported(left), today(), 1, "GNT-1");
            case COMPENSATION_GROUND_UNKNOWN ->
                TestDegree.act(
                        TestDegree.approver(),
                        training.reported(left),
                        "release",
                        Map.of(
                                "ground",
                                "MARRIAGE",
                                "certificate",
                                TestDegree.document(left),
                                "council",
                                TestDegree.council(left),
                                "decision",
                                TestDegree.decision(left.toString())));
            case INSTALMENTS_DIFFER -> decided(training.reported(left), List.of(TestDegree.part(today(), 44_999_999)));
            case INSTALMENTS_DISORDERED ->
                decided(
                        training.reported(left),
                        List.of(TestDegree.part(today(), 44_999_999), TestDegree.part(today(), 1)));
            case PAYMENT_ABOVE_DEBT -> {
                var owed = training.reported(left);
                TestDegree.ok(decided(owed, null));
                yield TestDegree.pay(owed, today(), 45_000_001, "GNT-1");
            }
            case PAYMENT_REFERENCE_EXISTS -> {
                var owed = training.reported(left);
                TestDegree.ok(decided(owed, null));
                TestDegree.ok(TestDegree.pay(owed, today(), 1, "GNT-1"));
                yield TestDegree.pay(owed, today(), 2, "GNT-1");
            }
            default -> throw new AssertionError(problem);
        };
    }

    private static Response proposed(UUID officer, String name, Object value) {
        var request = TestDegree.request(officer, SENT);
        request.put(name, value);
        return TestDegree.propose(request);
    }

    private static Response approved(TestDegree training) {
        return training.act(TestDegree.approver(), "approve", TestDegree.approval());
    }

    private static Response waived(TestDegree training, String condition, String reason) {
        var waiver = Map.of(
                "condition",
                condition,
                "decision",
                TestDegree.decision("2020-01-15"),
                "reason",
                TestDegree.reason(reason));
        return training.act(
                TestDegree.approver(),
                "approve",
                Map.of("decision", TestDegree.decision("2020-01-15"), "waivers", List.of(waiver)));
    }

    private static Response decided(String record, @Nullable List<?> instalments) {
        return TestDegree.act(TestDegree.approver(), record, "decide", TestDegree.verdict(today(), instalments));
    }
}
