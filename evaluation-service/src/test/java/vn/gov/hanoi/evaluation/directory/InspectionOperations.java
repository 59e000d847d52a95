package vn.gov.hanoi.evaluation.directory;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import vn.gov.hanoi.evaluation.support.Inspections;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Every operation on an announced inspection of one division that goes on, with a finding, a draft of a plan and one of a checklist. */
final class InspectionOperations {
    private final Units.Unit division;
    private final Inspections.Team team = Inspections.team();
    private final Json plan;
    private final Json checklist;
    private final Json inspection;
    private final Json finding;

    InspectionOperations(Units.Unit division) {
        this.division = division;
        var lead = team.lead();
        plan = Inspections.created(Inspections.post(lead, Inspections.PLANS, planRequest()));
        checklist = Inspections.checklist(lead);
        inspection = Inspections.begun(team, Inspections.drafted(team, division, true));
        finding = Inspections.found(team, inspection, Inspections.finding("OTHER", division, "2026-07-15T02:00:00Z"));
    }

    private Map<String, Object> planRequest() {
        return Inspections.planRequest(division, Inspections.line(division, true));
    }

    void put(Map<String, Function<String, Response>> operations) {
        var path = Inspections.PATH + "/" + inspection.getString("id");
        var findingPath = Inspections.FINDINGS + "/" + finding.getString("id");
        var planPath = Inspections.PLANS + "/" + plan.getString("id");
        var checklistPath = Inspections.CHECKLISTS + "/" + checklist.getString("id");
        operations.put("createInspectionPlan", token -> Inspections.post(token, Inspections.PLANS, planRequest()));
        operations.put("listInspectionPlans", token -> Api.as(token).get(Inspections.PLANS));
        operations.put("getInspectionPlan", token -> Api.as(token).get(planPath));
        operations.put(
                "approveInspectionPlan", token -> Inspections.act(token, planPath + "/actions/approve", "\"0\"", null));
        operations.put(
                "createChecklist",
                token -> Inspections.post(token, Inspections.CHECKLISTS, Inspections.checklistRequest()));
        operations.put("listChecklists", token -> Api.as(token).get(Inspections.CHECKLISTS));
        operations.put("getChecklist", token -> Api.as(token)
                .get(Inspections.CHECKLISTS + "/" + team.checklist().getString("id")));
        operations.put(
                "publishChecklist", token -> Inspections.act(token, checklistPath + "/actions/publish", "\"0\"", null));
        operations.put(
                "createInspection",
                token -> Inspections.post(token, Inspections.PATH, Inspections.request(team, division, true)));
        operations.put("listInspections", token -> Api.as(token).get(Inspections.PATH));
        operations.put("getInspection", token -> Api.as(token).get(path));
        operations.put(
                "createFinding",
                token -> Inspections.find(
                        token, inspection, Inspections.finding("OTHER", division, "2026-07-15T02:00:00Z")));
        operations.put("assignInspection", token -> act(token, path, "assign", assignment()));
        operations.put("recuseInspection", token -> act(token, path, "recuse", Inspections.reason()));
        operations.put("readyInspection", token -> Inspections.act(token, path + "/actions/ready", "\"0\"", null));
        operations.put("startInspection", token -> Inspections.act(token, path + "/actions/start", "\"0\"", null));
        operations.put("concludeInspection", token -> act(token, path, "conclude", Inspections.conclusion("YES")));
        operations.put("cancelInspection", token -> act(token, path, "cancel", Inspections.reason()));
        operations.put("listFindingTypes", token -> Api.as(token).get("/evaluation/v1/finding-types"));
        operations.put("listFindings", token -> Api.as(token).get(Inspections.FINDINGS));
        operations.put("getFinding", token -> Api.as(token).get(findingPath));
        operations.put("claimFinding", token -> act(token, findingPath, "claim", Inspections.claim()));
        operations.put("confirmFinding", token -> act(token, findingPath, "confirm", Inspections.note("Xong")));
        operations.put("rejectFinding", token -> act(token, findingPath, "reject", Inspections.note("Chưa")));
        operations.put("reInspectFinding", token -> act(token, findingPath, "re-inspect", Inspections.again()));
        operations.put("withdrawFinding", token -> act(token, findingPath, "withdraw", Inspections.note("Nhầm")));
        operations.put("listOfficerAccountabilityEntries", token -> Api.as(token)
                .get("/evaluation/v1/officers/" + UUID.randomUUID() + "/accountability-entries"));
        operations.put("getAccountabilityReport", token -> Api.as(token)
                .queryParams("unitId", division.id(), "from", "2026-01", "to", "2026-12")
                .get(Inspections.REPORT));
    }

    private Map<String, Object> assignment() {
        return Map.of("data", Map.of("members", Inspections.members(team.head())));
    }

    private static Response act(String token, String path, String verb, Object body) {
        return Officers.act(token, path + "/actions/" + verb, "\"0\"", body);
    }
}
