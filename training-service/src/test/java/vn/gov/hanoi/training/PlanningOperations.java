package vn.gov.hanoi.training;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.training.support.Changes;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;
import vn.gov.hanoi.training.support.TestProposal;

/** The operations of planning as {@link TrainingSecurityTest} calls them: changes are tried out, or meet an old version. */
final class PlanningOperations {
    private static final String BASE = "/training/v1/";
    private static final String NONE = UUID.randomUUID().toString();
    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("closePlan", "training-planner"),
            Map.entry("createTrainingNeed", "training-planner"),
            Map.entry("approveTrainingNeed", "training-manager"),
            Map.entry("rejectTrainingNeed", "training-manager"),
            Map.entry("createPlanProposal", "training-planner"),
            Map.entry("updatePlanProposal", "training-planner"),
            Map.entry("submitPlanProposal", "training-planner"),
            Map.entry("returnPlanProposal", "training-planner"),
            Map.entry("withdrawPlanProposal", "training-planner"),
            Map.entry("dividePlanMove", "training-planner"),
            Map.entry("approvePlanMove", "training-planner"));

    private static @Nullable String proposal;

    private PlanningOperations() {}

    /** These roles and those of planning. */
    static Map<String, String> withRoles(Map<String, String> others) {
        var all = new LinkedHashMap<>(others);
        all.putAll(ROLES);
        return all;
    }

    /** @param need id of a need that the City sees */
    static Map<String, Function<RequestSpecification, Response>> of(TestPlan plan, Supplier<String> need) {
        var all = new LinkedHashMap<String, Function<RequestSpecification, Response>>();
        all.put("listPlanProposals", who -> who.get(TestProposal.PROPOSALS));
        all.put("closePlan", who -> close(who, plan));
        all.put(
                "createTrainingNeed",
                who -> tryOut(
                        who,
                        BASE + "training-needs",
                        Map.of("officerId", NONE, "origin", "PERSON", "year", 2027, "criterion", "DIGITAL")));
        all.put("approveTrainingNeed", who -> decide(who, need.get(), "approve"));
        all.put("rejectTrainingNeed", who -> decide(who, need.get(), "reject"));
        all.put("listTrainingNeedCounts", who -> who.get(BASE + "training-need-counts?year=2027"));
        all.put("listCostNorms", who -> who.get(BASE + "cost-norms"));
        all.put("findClassCost", who -> who.body(Map.of(
                        "places",
                        1,
                        "hours",
                        1,
                        "items",
                        List.of(Map.of("item", "HALL", "from", "2026-05-11", "quantityPerDay", 1, "unitPriceVnd", 1))))
                .post(BASE + "cost-norms/actions/find"));
        all.put(
                "createPlanProposal",
                who -> tryOut(
                        who,
                        TestProposal.PROPOSALS,
                        Map.of("year", 2000, "unitId", City.CITY.id(), "lines", List.of())));
        all.put("updatePlanProposal", who -> TestProposal.replace(who, stale()));
        all.put("submitPlanProposal", who -> TestProposal.act(who, stale(), "submit", null));
        all.put("returnPlanProposal", who -> TestProposal.act(who, stale(), "return", "Sai"));
        all.put("withdrawPlanProposal", who -> TestProposal.act(who, stale(), "withdraw", null));
        all.putAll(MoveProblems.operations());
        all.put("getCodeList", who -> who.get(BASE + "code-lists/training-forms"));
        all.put("listPlanLineVersions", who -> who.get(BASE + "plan-lines/" + plan.line("C-1") + "/versions"));
        return all;
    }

    /** What a permitted call answers. */
    static int success(String operation) {
        return switch (operation) {
            case "createTrainingNeed" -> 422;
            case "closePlan",
                    "updatePlanProposal",
                    "submitPlanProposal",
                    "returnPlanProposal",
                    "withdrawPlanProposal",
                    "approveTrainingNeed",
                    "rejectTrainingNeed",
                    "dividePlanMove",
                    "approvePlanMove" -> 412;
            default -> 200;
        };
    }

    /** Where a change is posted. */
    static String path(String operation) {
        return switch (operation) {
            case "createTrainingNeed" -> BASE + "training-needs";
            case "approveTrainingNeed", "rejectTrainingNeed" -> BASE + "training-needs/" + NONE + "/actions/reject";
            case "createPlanProposal", "updatePlanProposal" -> TestProposal.PROPOSALS;
            case "submitPlanProposal", "returnPlanProposal", "withdrawPlanProposal" ->
                TestProposal.PROPOSALS + "/" + NONE + "/actions/return";
            case "dividePlanMove", "approvePlanMove" -> BASE + "plan-moves/" + NONE + "/actions/approve";
            case "closePlan" -> "/training/v1/plans/" + NONE + "/actions/close";
            default -> TestPlan.DECISIONS;
        };
    }

    /** Id of a proposal of the City. */
    static synchronized String proposal() {
        if (proposal == null) {
            proposal = TestProposal.drafted(TestProposal.nextYear(), City.CITY).getString("id");
        }
        return proposal;
    }

    /** An old version of it. */
    private static Json stale() {
        return Json.from("{\"id\":\"" + proposal() + "\",\"etag\":\"\\\"0\\\"\"}");
    }

    private static Response tryOut(RequestSpecification who, String path, Object body) {
        return who.queryParam("validateOnly", "true").body(body).post(path);
    }

    private static Response close(RequestSpecification who, TestPlan plan) {
        return who.queryParam("validateOnly", "true")
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "decision", Changes.signed(plan.year(), "-12-31"), "legalBasis", "Nghị định 101/2017/NĐ-CP"))
                .post(BASE + "plans/" + plan.planId() + "/actions/close");
    }

    private static Response decide(RequestSpecification who, String need, String action) {
        return TestPlan.post(
                who.header("If-Match", "\"0\""),
                BASE + "training-needs/" + need + "/actions/" + action,
                action.equals("reject") ? Map.of("reason", "Không cần") : Map.of());
    }
}
