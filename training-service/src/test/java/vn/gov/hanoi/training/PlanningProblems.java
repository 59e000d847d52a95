package vn.gov.hanoi.training;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.Changes;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;
import vn.gov.hanoi.training.support.TestProposal;

/** How a caller meets the refusals of planning: code lists, decisions, proposals, norms and needs. */
final class PlanningProblems {
    private static final int YEAR_WITHOUT_PLAN = 2002;

    private PlanningProblems() {}

    static Response raise(TrainingProblem problem, TestPlan plan) {
        return switch (problem) {
            case CODE_NOT_IN_FORCE -> adjust(plan, "newLines", Changes.newLine("C", "C-8", null, "NO_SUCH_CONTENT"));
            case PLAN_MISSING -> {
                var none = Changes.decision(
                        YEAR_WITHOUT_PLAN, "ADJUST", Map.of("lines", List.of(Changes.line("C-1", 1, 1))));
                none.put("decision", Changes.signed(2019, "-06-01"));
                yield decide(none);
            }
            case PLAN_CLOSED -> {
                var closed = TestPlan.closable();
                close(closed).then().statusCode(200);
                yield close(closed);
            }
            case PLAN_HAS_OPEN_CLASSES -> {
                TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("C-1", 1, 1))
                        .then()
                        .statusCode(201);
                yield close(plan);
            }
            case PLAN_HAS_OPEN_MONEY -> close(TestPlan.create(0, 0));
            case DECISION_OUT_OF_ORDER -> {
                var early =
                        Changes.decision(plan.year(), "ADJUST", Map.of("lines", List.of(Changes.line("C-1", 1, 1))));
                early.put("decision", Changes.signed(plan.year(), "-01-01"));
                yield TestPlan.post(Callers.city(), TestPlan.DECISIONS, early);
            }
            case BLOCK_UNKNOWN -> adjust(plan, "budgets", Changes.budget("NONE", null, 1));
            case LINE_NOT_PENDING ->
                Changes.send(
                        plan, "RELEASE", Map.of("releases", List.of(Map.of("line", "C-1", "classes", 1, "places", 1))));
            case QUOTA_BELOW_USE -> adjust(plan, "lines", Changes.line("C-1", 0, -1_000_001));
            case PROPOSAL_EXISTS -> {
                int year = TestProposal.nextYear();
                TestProposal.drafted(year, City.WARD);
                yield TestProposal.draft(TestProposal.planner(City.WARD), year, City.WARD);
            }
            case PROPOSAL_STATE_DIFFERS ->
                TestProposal.act(
                        TestProposal.planner(City.DISTRICT),
                        TestProposal.drafted(TestProposal.nextYear(), City.WARD),
                        "return",
                        "Sai");
            case PROPOSAL_GONE_ON, SOURCE_LINE_TAKEN -> {
                int year = TestProposal.nextYear();
                var ward = TestProposal.submitted(year, City.WARD, proposed(null));
                var taken = proposed(null, TestProposal.lineId(ward, 0));
                TestProposal.drafted(year, City.DISTRICT, taken);
                yield problem == TrainingProblem.PROPOSAL_GONE_ON
                        ? TestProposal.act(TestProposal.planner(City.WARD), ward, "withdraw", null)
                        : TestProposal.draft(TestProposal.planner(City.CITY), year, City.CITY, taken);
            }
            case PROPOSAL_EMPTY ->
                TestProposal.act(
                        TestProposal.planner(City.WARD),
                        TestProposal.drafted(TestProposal.nextYear(), City.WARD),
                        "submit",
                        null);
            case ESTIMATE_MISSING -> {
                var draft = TestProposal.drafted(TestProposal.nextYear(), City.CITY, proposed(null));
                yield TestProposal.act(TestProposal.planner(City.CITY), draft, "submit", null);
            }
            case SOURCE_LINE_UNKNOWN ->
                TestProposal.draft(
                        TestProposal.planner(City.DISTRICT),
                        TestProposal.nextYear(),
                        City.DISTRICT,
                        proposed(null, UUID.randomUUID()));
            case PROPOSAL_LINE_UNKNOWN -> {
                var line = TestPlan.line("C-1", 1, 1);
                line.put("target", Map.of("proposalLineId", UUID.randomUUID()));
                yield decide(
                        TestPlan.decision(YEAR_WITHOUT_PLAN, TestPlan.block("C", "CITY_BUDGET", 5, "ASSIGNED", line)));
            }
            case COST_DAYS_WRONG -> cost("HALL", "2026-05-10");
            case COST_ITEM_UNKNOWN -> cost("YACHT", "2026-05-11");
            case COST_ABOVE_NORM -> cost("MANAGEMENT", "2026-05-11");
            case OFFICER_UNKNOWN -> state(UUID.randomUUID());
            case NEED_EXISTS -> {
                var officer = City.officer(City.WARD);
                state(officer).then().statusCode(201);
                yield state(officer);
            }
            case NEED_DECIDED -> {
                var id = state(City.officer(City.WARD)).as(Json.class).getString("id");
                approve(id, 1).then().statusCode(200);
                yield approve(id, 2);
            }
            case NEED_UNKNOWN -> fill(TestProposal.nextYear(), UUID.randomUUID().toString());
            case NEED_TAKEN -> {
                var id = state(City.officer(City.WARD)).as(Json.class).getString("id");
                approve(id, 1).then().statusCode(200);
                fill(TestProposal.nextYear(), id).then().statusCode(201);
                yield fill(TestProposal.nextYear(), id);
            }
            default -> MoveProblems.raise(problem);
        };
    }

    private static Response decide(Map<String, @Nullable Object> decision) {
        return TestPlan.post(Callers.city(), TestPlan.DECISIONS, decision);
    }

    private static Response state(UUID officer) {
        return TestPlan.post(
                Callers.city(),
                "/training/v1/training-needs",
                Map.of("officerId", officer, "origin", "MANAGER", "year", 2027, "criterion", "DIGITAL"));
    }

    private static Response approve(String need, int version) {
        return TestPlan.post(
                Callers.withRole("training-manager").header("If-Match", "\"" + version + "\""),
                "/training/v1/training-needs/" + need + "/actions/approve",
                Map.of());
    }

    private static Response fill(int year, String need) {
        var line = TestProposal.line("Kỹ năng số", "DISTRICT_BUDGETS", 1, 1, null);
        line.put("needIds", List.of(need));
        return TestProposal.draft(TestProposal.planner(City.WARD), year, City.WARD, line);
    }

    private static Response cost(String item, String to) {
        var asked = Map.of("item", item, "from", "2026-05-11", "to", to, "quantityPerDay", 1, "unitPriceVnd", 1);
        return Callers.city()
                .body(Map.of("places", 1, "hours", 1, "items", List.of(asked)))
                .post("/training/v1/cost-norms/actions/find");
    }

    private static Map<?, ?> proposed(@Nullable Long estimateVnd, UUID... sources) {
        return TestProposal.line("Kỹ năng số", "DISTRICT_BUDGETS", 1, 20, estimateVnd, sources);
    }

    private static Response adjust(TestPlan plan, String part, Map<?, ?> change) {
        return Changes.send(plan, "ADJUST", Map.of(part, List.of(change)));
    }

    private static Response close(TestPlan plan) {
        var path = "/training/v1/plans/" + plan.planId();
        var etag = Callers.city().get(path).header("ETag");
        return TestPlan.post(
                Callers.city().header("If-Match", etag),
                path + "/actions/close",
                Map.of("decision", Changes.signed(plan.year(), "-12-31"), "legalBasis", "Nghị định 101/2017/NĐ-CP"));
    }
}
