package vn.gov.hanoi.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.WithStack;

/** The published contract says enough to be used without reading code. */
@QuarkusTest
@WithStack
class ContractTest {
    private static final String TASKS = "task-reader, task-keeper";
    private static final String DISCIPLINE = "discipline-officer, discipline-authority, discipline-reader";
    private static final String OPERATIONS =
            "directory-reader, directory-editor, directory-approver, task-keeper, evaluation-keeper, rules-editor, rules-approver, operator";
    private static final String SIMULATE = "rules-editor, rules-approver, evaluation-keeper";
    private static final String RULES = "rules-reader, rules-editor, rules-approver";
    private static final String SHEETS = "evaluation-reader, evaluation-participant, evaluation-keeper";
    private static final String EXPORTS = "directory-reader, evaluation-keeper";
    private static final String RESULTS = "evaluation-reader, evaluation-keeper";
    private static final String OBJECTIONS = "evaluation-participant, evaluation-keeper";
    private static final String INSPECTED = "inspection-lead, inspector, inspection-reader";
    private static final String INSPECTIONS = INSPECTED + ", evaluation-participant";
    private static final Map<String, String> PERMISSIONS = Map.ofEntries(
            Map.entry("get /evaluation/v1/events listEvents", "by topic"),
            Map.entry("get /evaluation/v1/units listUnits", "directory-reader"),
            Map.entry("post /evaluation/v1/units createUnit", "directory-editor"),
            Map.entry("get /evaluation/v1/units/{id} getUnit", "directory-reader"),
            Map.entry("get /evaluation/v1/officers listOfficers", "directory-reader"),
            Map.entry("post /evaluation/v1/officers createOfficer", "directory-editor"),
            Map.entry("get /evaluation/v1/officers/{id} getOfficer", "directory-reader"),
            Map.entry("get /evaluation/v1/units/{id}/heads listUnitHeads", "directory-reader"),
            Map.entry("get /evaluation/v1/delegations listDelegations", "directory-reader"),
            Map.entry("post /evaluation/v1/delegations createDelegation", "directory-editor"),
            Map.entry("get /evaluation/v1/delegations/{id} getDelegation", "directory-reader"),
            Map.entry("post /evaluation/v1/delegations/{id}/actions/revoke revokeDelegation", "directory-editor"),
            Map.entry("post /evaluation/v1/access/explain explainAccess", "directory-reader"),
            Map.entry("get /evaluation/v1/code-lists/authority-actions listAuthorityActions", "directory-reader"),
            Map.entry("post /evaluation/v1/units/{id}/actions/correct correctUnit", "directory-editor"),
            Map.entry("post /evaluation/v1/units/{id}/codes createUnitCode", "directory-editor"),
            Map.entry("post /evaluation/v1/officers/actions/find findOfficer", "directory-editor"),
            Map.entry("post /evaluation/v1/officers/{id}/actions/correct correctOfficer", "directory-editor"),
            Map.entry("post /evaluation/v1/officers/{id}/actions/assign assignOfficer", "directory-editor"),
            Map.entry("get /evaluation/v1/officers/{id}/absences listAbsences", "directory-reader"),
            Map.entry("post /evaluation/v1/officers/{id}/absences createAbsence", "directory-editor"),
            Map.entry("get /evaluation/v1/officers/{id}/absences/{absenceId} getAbsence", "directory-reader"),
            Map.entry(
                    "post /evaluation/v1/officers/{id}/absences/{absenceId}/actions/correct correctAbsence",
                    "directory-editor"),
            Map.entry("get /evaluation/v1/assignments listAssignments", "directory-reader"),
            Map.entry("post /evaluation/v1/assignments createAssignment", "directory-editor"),
            Map.entry("get /evaluation/v1/assignments/{id} getAssignment", "directory-reader"),
            Map.entry("post /evaluation/v1/assignments/{id}/actions/close closeAssignment", "directory-editor"),
            Map.entry("post /evaluation/v1/assignments/{id}/actions/correct correctAssignment", "directory-editor"),
            Map.entry("post /evaluation/v1/imports createImport", "directory-editor, task-keeper, evaluation-keeper"),
            Map.entry(
                    "get /evaluation/v1/imports/{id} getImport",
                    "directory-editor, task-keeper, evaluation-keeper, operator"),
            Map.entry(
                    "get /evaluation/v1/imports/{id}/rows listImportRows",
                    "directory-editor, task-keeper, evaluation-keeper, operator"),
            Map.entry(
                    "get /evaluation/v1/imports/{id}/failed-rows getFailedRows",
                    "directory-editor, task-keeper, evaluation-keeper, operator"),
            Map.entry(
                    "get /evaluation/v1/import-templates/{kind} getImportTemplate",
                    "directory-reader, directory-editor, task-keeper, evaluation-keeper"),
            Map.entry("post /evaluation/v1/exports createExport", EXPORTS),
            Map.entry("get /evaluation/v1/exports/{id} getExport", EXPORTS),
            Map.entry("get /evaluation/v1/exports/{id}/file getExportFile", EXPORTS),
            Map.entry("get /evaluation/v1/operations/{id} getOperation", OPERATIONS),
            Map.entry("post /evaluation/v1/operations/{id}/actions/cancel cancelOperation", OPERATIONS),
            Map.entry("get /evaluation/v1/reorganisations listReorganisations", "directory-reader"),
            Map.entry("post /evaluation/v1/reorganisations createReorganisation", "directory-editor"),
            Map.entry("get /evaluation/v1/reorganisations/{id} getReorganisation", "directory-reader"),
            Map.entry("put /evaluation/v1/reorganisations/{id} replaceReorganisation", "directory-editor"),
            Map.entry("get /evaluation/v1/reorganisations/{id}/preview previewReorganisation", "directory-reader"),
            Map.entry(
                    "post /evaluation/v1/reorganisations/{id}/actions/apply applyReorganisation", "directory-approver"),
            Map.entry(
                    "post /evaluation/v1/reorganisations/{id}/actions/revert revertReorganisation",
                    "directory-approver"),
            Map.entry(
                    "post /evaluation/v1/reorganisations/{id}/actions/cancel cancelReorganisation", "directory-editor"),
            Map.entry("get /evaluation/v1/rule-sets listRuleSets", RULES),
            Map.entry("get /evaluation/v1/rule-sets/{id} getRuleSet", RULES),
            Map.entry("get /evaluation/v1/rule-sets/{id}/document getRuleSetDocument", RULES),
            Map.entry("get /evaluation/v1/rule-sets/selected getSelectedRuleSet", RULES),
            Map.entry("post /evaluation/v1/rule-sets createRuleSet", "rules-editor"),
            Map.entry("put /evaluation/v1/rule-sets/{id} replaceRuleSet", "rules-editor"),
            Map.entry("delete /evaluation/v1/rule-sets/{id} deleteRuleSet", "rules-editor"),
            Map.entry("post /evaluation/v1/rule-sets/{id}/actions/publish publishRuleSet", "rules-approver"),
            Map.entry("post /evaluation/v1/rule-sets/{id}/actions/make-official makeRuleSetOfficial", "rules-approver"),
            Map.entry("post /evaluation/v1/rule-set-simulations createRuleSetSimulation", SIMULATE),
            Map.entry("get /evaluation/v1/rule-set-simulations/{id} getRuleSetSimulation", SIMULATE),
            Map.entry("get /evaluation/v1/rule-set-simulations/{id}/lines listRuleSetSimulationLines", SIMULATE),
            Map.entry("get /evaluation/v1/rule-set-simulations/{id}/file getRuleSetSimulationFile", SIMULATE),
            Map.entry("get /evaluation/v1/unit-tasks listUnitTasks", TASKS),
            Map.entry("post /evaluation/v1/unit-tasks createUnitTask", "task-keeper"),
            Map.entry("get /evaluation/v1/unit-tasks/{id} getUnitTask", TASKS),
            Map.entry("post /evaluation/v1/unit-tasks/{id}/extensions createUnitTaskExtension", "task-keeper"),
            Map.entry("post /evaluation/v1/unit-tasks/{id}/actions/submit submitUnitTask", "task-keeper"),
            Map.entry("post /evaluation/v1/unit-tasks/{id}/actions/resolve resolveUnitTask", TASKS),
            Map.entry("post /evaluation/v1/unit-tasks/{id}/actions/cancel cancelUnitTask", "task-keeper"),
            Map.entry("post /evaluation/v1/unit-tasks/{id}/actions/correct correctUnitTask", TASKS),
            Map.entry("post /evaluation/v1/unit-results createUnitResult", "task-keeper"),
            Map.entry("get /evaluation/v1/unit-results listUnitResults", TASKS),
            Map.entry("get /evaluation/v1/unit-results/{id} getUnitResult", TASKS),
            Map.entry("post /evaluation/v1/unit-results/{id}/actions/decide decideUnitResult", TASKS),
            Map.entry("post /evaluation/v1/unit-results/{id}/actions/correct correctUnitResult", TASKS),
            Map.entry("post /evaluation/v1/closings createClosing", "evaluation-keeper"),
            Map.entry("post /evaluation/v1/closings/bulk bulkClosings", "evaluation-keeper"),
            Map.entry("get /evaluation/v1/closings listClosings", "evaluation-reader, evaluation-keeper"),
            Map.entry("get /evaluation/v1/closings/{id} getClosing", "evaluation-reader, evaluation-keeper"),
            Map.entry("post /evaluation/v1/closings/{id}/actions/publish publishClosing", "evaluation-keeper"),
            Map.entry("post /evaluation/v1/closings/{id}/actions/lock lockClosing", "evaluation-keeper"),
            Map.entry("post /evaluation/v1/closings/{id}/actions/reopen reopenClosing", "evaluation-participant"),
            Map.entry("get /evaluation/v1/closing-progress getClosingProgress", "evaluation-reader, evaluation-keeper"),
            Map.entry("post /evaluation/v1/evaluations/{id}/actions/recompute recomputeEvaluation", SHEETS),
            Map.entry("get /evaluation/v1/evaluations listEvaluations", SHEETS),
            Map.entry("get /evaluation/v1/evaluations/{id} getEvaluation", SHEETS),
            Map.entry("get /evaluation/v1/evaluations/{id}/explanation getEvaluationExplanation", SHEETS),
            Map.entry("get /evaluation/v1/evaluations/{id}/entries listEvaluationEntries", SHEETS),
            Map.entry("post /evaluation/v1/evaluations/{id}/actions/submit submitEvaluation", "evaluation-participant"),
            Map.entry("post /evaluation/v1/evaluations/{id}/actions/review reviewEvaluation", "evaluation-participant"),
            Map.entry("post /evaluation/v1/evaluations/{id}/actions/return returnEvaluation", "evaluation-participant"),
            Map.entry("post /evaluation/v1/evaluations/{id}/actions/decide decideEvaluation", "evaluation-participant"),
            Map.entry(
                    "post /evaluation/v1/evaluations/{id}/actions/correct correctEvaluation", "evaluation-participant"),
            Map.entry("post /evaluation/v1/evaluations/{id}/actions/advise adviseEvaluation", "evaluation-participant"),
            Map.entry("post /evaluation/v1/sheet-templates createSheetTemplate", "evaluation-keeper"),
            Map.entry("get /evaluation/v1/sheet-templates listSheetTemplates", SHEETS),
            Map.entry("get /evaluation/v1/sheet-templates/{id} getSheetTemplate", SHEETS),
            Map.entry(
                    "post /evaluation/v1/sheet-templates/{id}/actions/publish publishSheetTemplate",
                    "evaluation-keeper"),
            Map.entry("post /evaluation/v1/advisory-lines createAdvisoryLine", "evaluation-keeper"),
            Map.entry("get /evaluation/v1/advisory-lines listAdvisoryLines", "evaluation-reader, evaluation-keeper"),
            Map.entry("get /evaluation/v1/advisory-lines/{id} getAdvisoryLine", "evaluation-reader, evaluation-keeper"),
            Map.entry("post /evaluation/v1/advisory-lines/{id}/actions/close closeAdvisoryLine", "evaluation-keeper"),
            Map.entry("post /evaluation/v1/objections createObjection", "evaluation-participant"),
            Map.entry("get /evaluation/v1/objections listObjections", OBJECTIONS),
            Map.entry("get /evaluation/v1/objections/{id} getObjection", OBJECTIONS),
            Map.entry("post /evaluation/v1/objections/{id}/actions/review reviewObjection", "evaluation-participant"),
            Map.entry("post /evaluation/v1/objections/{id}/actions/resolve resolveObjection", "evaluation-participant"),
            Map.entry(
                    "post /evaluation/v1/objections/{id}/actions/withdraw withdrawObjection", "evaluation-participant"),
            Map.entry("post /evaluation/v1/annual-closings createAnnualClosing", "evaluation-keeper"),
            Map.entry("post /evaluation/v1/annual-closings/bulk bulkAnnualClosings", "evaluation-keeper"),
            Map.entry("get /evaluation/v1/annual-closings listAnnualClosings", "evaluation-reader, evaluation-keeper"),
            Map.entry(
                    "get /evaluation/v1/annual-closings/{id} getAnnualClosing", "evaluation-reader, evaluation-keeper"),
            Map.entry(
                    "post /evaluation/v1/annual-closings/{id}/actions/publish publishAnnualClosing",
                    "evaluation-keeper"),
            Map.entry("get /evaluation/v1/annual-classifications listAnnualClassifications", SHEETS),
            Map.entry("get /evaluation/v1/annual-classifications/{id} getAnnualClassification", SHEETS),
            Map.entry("get /evaluation/v1/annual-classifications/{id}/explanation getAnnualExplanation", SHEETS),
            Map.entry(
                    "post /evaluation/v1/annual-classifications/{id}/actions/decide decideAnnualClassification",
                    "evaluation-participant"),
            Map.entry(
                    "post /evaluation/v1/annual-classifications/{id}/actions/correct correctAnnualClassification",
                    "evaluation-participant"),
            Map.entry("get /evaluation/v1/fairness-flags listFairnessFlags", "evaluation-keeper"),
            Map.entry("post /evaluation/v1/inspection-plans createInspectionPlan", "inspection-lead"),
            Map.entry("get /evaluation/v1/inspection-plans listInspectionPlans", INSPECTED),
            Map.entry("get /evaluation/v1/inspection-plans/{id} getInspectionPlan", INSPECTED),
            Map.entry(
                    "post /evaluation/v1/inspection-plans/{id}/actions/approve approveInspectionPlan",
                    "inspection-lead"),
            Map.entry("post /evaluation/v1/checklists createChecklist", "inspection-lead"),
            Map.entry("get /evaluation/v1/checklists listChecklists", INSPECTED),
            Map.entry("get /evaluation/v1/checklists/{id} getChecklist", INSPECTED),
            Map.entry("post /evaluation/v1/checklists/{id}/actions/publish publishChecklist", "inspection-lead"),
            Map.entry("post /evaluation/v1/inspections createInspection", "inspection-lead"),
            Map.entry("get /evaluation/v1/inspections listInspections", INSPECTIONS),
            Map.entry("get /evaluation/v1/inspections/{id} getInspection", INSPECTIONS),
            Map.entry("post /evaluation/v1/inspections/{id}/findings createFinding", "inspector"),
            Map.entry("post /evaluation/v1/inspections/{id}/actions/assign assignInspection", "inspection-lead"),
            Map.entry("post /evaluation/v1/inspections/{id}/actions/recuse recuseInspection", "inspector"),
            Map.entry("post /evaluation/v1/inspections/{id}/actions/ready readyInspection", "inspection-lead"),
            Map.entry("post /evaluation/v1/inspections/{id}/actions/start startInspection", "inspector"),
            Map.entry("post /evaluation/v1/inspections/{id}/actions/conclude concludeInspection", "inspector"),
            Map.entry("post /evaluation/v1/inspections/{id}/actions/cancel cancelInspection", "inspection-lead"),
            Map.entry("get /evaluation/v1/finding-types listFindingTypes", INSPECTIONS),
            Map.entry("get /evaluation/v1/findings listFindings", INSPECTIONS),
            Map.entry("get /evaluation/v1/findings/{id} getFinding", INSPECTIONS),
            Map.entry(
                    "get /evaluation/v1/officers/{id}/accountability-entries listOfficerAccountabilityEntries",
                    INSPECTIONS),
            Map.entry("post /evaluation/v1/findings/{id}/actions/claim claimFinding", "evaluation-participant"),
            Map.entry("post /evaluation/v1/findings/{id}/actions/confirm confirmFinding", "inspector"),
            Map.entry("post /evaluation/v1/findings/{id}/actions/reject rejectFinding", "inspector"),
            Map.entry("post /evaluation/v1/findings/{id}/actions/re-inspect reInspectFinding", "inspection-lead"),
            Map.entry("post /evaluation/v1/findings/{id}/actions/withdraw withdrawFinding", "inspector"),
            Map.entry(
                    "get /evaluation/v1/accountability-reports getAccountabilityReport",
                    "inspection-lead, inspection-reader"),
            Map.entry("get /evaluation/v1/monthly-summaries getMonthlySummary", RESULTS),
            Map.entry("get /evaluation/v1/annual-summaries getAnnualSummary", RESULTS),
            Map.entry("get /evaluation/v1/closings/{id}/cap getClosingCap", "evaluation-keeper"),
            Map.entry("post /evaluation/v1/similar-task-groups createSimilarTaskGroup", "evaluation-keeper"),
            Map.entry("get /evaluation/v1/similar-task-groups listSimilarTaskGroups", RESULTS),
            Map.entry("get /evaluation/v1/similar-task-groups/{id} getSimilarTaskGroup", RESULTS),
            Map.entry(
                    "post /evaluation/v1/similar-task-groups/{id}/actions/close closeSimilarTaskGroup",
                    "evaluation-keeper"),
            Map.entry("get /evaluation/v1/quarterly-results listQuarterlyResults", SHEETS),
            Map.entry("get /evaluation/v1/quarterly-results/{officerId}/explanation getQuarterlyExplanation", SHEETS),
            Map.entry("get /evaluation/v1/annual-standings listAnnualStandings", SHEETS),
            Map.entry("post /evaluation/v1/annual-standings/actions/recompute recomputeAnnualStandings", "operator"),
            Map.entry("post /evaluation/v1/discipline-cases createDisciplineCase", "discipline-officer"),
            Map.entry("get /evaluation/v1/discipline-cases listDisciplineCases", DISCIPLINE),
            Map.entry("get /evaluation/v1/discipline-cases/{id} getDisciplineCase", DISCIPLINE),
            Map.entry(
                    "post /evaluation/v1/discipline-cases/{id}/actions/propose proposeDisciplineCase",
                    "discipline-officer"),
            Map.entry(
                    "post /evaluation/v1/discipline-cases/{id}/actions/suspend suspendDisciplineCase",
                    "discipline-officer"),
            Map.entry(
                    "post /evaluation/v1/discipline-cases/{id}/actions/resume resumeDisciplineCase",
                    "discipline-officer"),
            Map.entry(
                    "post /evaluation/v1/discipline-cases/{id}/actions/decide decideDisciplineCase",
                    "discipline-authority"),
            Map.entry(
                    "post /evaluation/v1/discipline-cases/{id}/actions/correct correctDisciplineCase",
                    "discipline-authority"),
            Map.entry(
                    "post /evaluation/v1/discipline-cases/{id}/actions/acquit acquitDisciplineCase",
                    "discipline-authority"),
            Map.entry(
                    "post /evaluation/v1/discipline-cases/{id}/actions/close closeDisciplineCase",
                    "discipline-authority"),
            Map.entry("get /evaluation/v1/discipline-forms listDisciplineForms", DISCIPLINE),
            Map.entry(
                    "get /evaluation/v1/officers/{id}/sanctions listSanctions",
                    DISCIPLINE + ", evaluation-participant"),
            Map.entry("get /evaluation/v1/headcounts getHeadcounts", "directory-reader"));
    /** A POST that reads, since its question must not stand in an address or is too long for one. */
    private static final Set<String> QUESTIONS = Set.of("findOfficer", "explainAccess");
    /** What gives many records of persons away at once, looks for one or compares persons is written down like a change. */
    private static final Set<String> READINGS = Set.of(
            "getFailedRows",
            "createExport",
            "getExportFile",
            "findOfficer",
            "listFairnessFlags",
            "createRuleSetSimulation");

    private static final List<String> READ = List.of("400", "401", "403", "404", "405", "406", "500", "503");
    private static final List<String> CHANGE = List.of("409", "412", "413", "415", "422", "428");

    private JsonNode contract;

    @BeforeEach
    void read() throws IOException {
        contract = new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get("/evaluation/v1/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private record Operation(String path, String method, JsonNode node) {
        String name() {
            return method + " " + path + " " + node.path("operationId").asText();
        }
    }

    /** The operations of this service; those for operators come from the kernel and are proved there. */
    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : contract.path("paths").properties()) {
            if (!path.getKey().contains("/ops/")) {
                path.getValue()
                        .properties()
                        .forEach(each -> operations.add(new Operation(path.getKey(), each.getKey(), each.getValue())));
            }
        }
        return operations;
    }

    @Test
    void shouldPublishExactlyTheseOperationsWithTheirRoles() {
        assertThat(operations()).extracting(Operation::name).containsExactlyInAnyOrderElementsOf(PERMISSIONS.keySet());
        for (var operation : operations()) {
            assertThat(operation.node().path("x-permission").asText())
                    .as(operation.name())
                    .isEqualTo(PERMISSIONS.get(operation.name()));
            assertThat(operation.node().path("security")).as(operation.name()).isNotEmpty();
        }
    }

    @Test
    void shouldDescribeEveryOperation() {
        for (var operation : operations()) {
            var node = operation.node();
            assertThat(node.path("summary").asText()).as(operation.name()).isNotBlank();
            assertThat(node.path("x-summary-vi").asText()).as(operation.name()).isNotBlank();
            assertThat(node.path("x-audit").asText()).as(operation.name()).isEqualTo(audit(operation));
            assertThat(node.path("tags")).as(operation.name()).hasSize(1);
            node.path("parameters").forEach(parameter -> assertThat(
                            parameter.path("description").asText())
                    .as(operation.name() + parameter)
                    .isNotBlank());
        }
    }

    private static String audit(Operation operation) {
        if (READINGS.contains(operation.node().path("operationId").asText())) {
            return "READ";
        }
        boolean changes = Set.of("post", "put", "delete").contains(operation.method())
                && !operation.name().endsWith(" explainAccess");
        return changes ? "CHANGE" : "NONE";
    }

    @Test
    void shouldPromiseEveryRefusalAsAProblem() {
        for (var operation : operations()) {
            var responses = operation.node().path("responses");
            var expected =
                    operation.method().equals("post") ? Stream.concat(READ.stream(), CHANGE.stream()) : READ.stream();
            expected.forEach(status -> assertThat(contract.at(
                                    responses.path(status).path("$ref").asText().substring(1))
                            .path("content")
                            .has("application/problem+json"))
                    .as(operation.name() + " " + status)
                    .isTrue());
            assertThat(responses.properties().stream()
                            .filter(each -> each.getKey().startsWith("2")))
                    .as(operation.name())
                    .isNotEmpty();
        }
    }

    @Test
    void shouldOfferKeyAndTryOutOnEveryChange() {
        for (var operation : operations()) {
            if (operation.method().equals("post")
                    && !QUESTIONS.contains(operation.node().path("operationId").asText())) {
                assertThat(operation.node().path("parameters").findValuesAsText("name"))
                        .as(operation.name())
                        .contains("Idempotency-Key", "validateOnly");
            }
        }
    }

    @Test
    void shouldDescribeEveryPropertyOfOurSchemas() {
        var ours = List.of(
                "Unit",
                "UnitReference",
                "CreateUnitRequest",
                "Officer",
                "OfficerSummary",
                "Assignment",
                "AssignmentRequest",
                "CreateOfficerRequest",
                "Import",
                "ImportRowError",
                "ExportRequest",
                "Export",
                "ExportLink",
                "CorrectOfficerRequest",
                "OfficerCorrection",
                "FindOfficerRequest",
                "AssignOfficerRequest",
                "NewMainAssignment",
                "Decision",
                "Reason",
                "HeldAssignment",
                "OfficerReference",
                "UnitHeads",
                "Head",
                "HeadTenure",
                "AuthorityAction",
                "CreateDelegationRequest",
                "RevokeDelegationRequest",
                "Delegation",
                "Order",
                "ExplainAccessRequest",
                "AccessExplanation",
                "AccessReason",
                "AccessBlock",
                "CreateAssignmentRequest",
                "CloseAssignmentRequest",
                "CorrectAssignmentRequest",
                "AssignmentCorrection",
                "Absence",
                "AbsenceRequest",
                "CorrectAbsenceRequest",
                "Operation",
                "Progress",
                "RuleSet",
                "RuleSetSummary",
                "RuleSetTitle",
                "RuleSetApplication",
                "RuleSetLegalBasis",
                "RuleSetOpenPoint",
                "RuleSetLegalCheck",
                "RuleSetAction",
                "RuleSetBlocker",
                "SelectedRuleSet",
                "MakeRuleSetOfficialRequest",
                "UnitTask",
                "UnitTaskSummary",
                "UnitTaskEntry",
                "UnitTaskNote",
                "UnitTaskAction",
                "UnitTaskBlocker",
                "UnitTaskCounts",
                "UnitTaskTally",
                "UnitResult",
                "UnitResultSummary",
                "UnitResultRuling",
                "AssignUnitTaskRequest",
                "ExtendUnitTaskRequest",
                "UnitTaskExtension",
                "SubmitUnitTaskRequest",
                "UnitTaskReport",
                "ResolveUnitTaskRequest",
                "UnitTaskOutcome",
                "CancelUnitTaskRequest",
                "CorrectUnitTaskRequest",
                "UnitTaskCorrection",
                "OpenUnitResultRequest",
                "DecideUnitResultRequest",
                "UnitResultDecision",
                "SheetTemplate",
                "SheetTemplateSummary",
                "SheetTemplateCriterion",
                "SheetTemplateDeduction",
                "SheetTemplateTitle",
                "SheetTemplateRules",
                "SheetTemplateAction",
                "CreateSheetTemplateRequest",
                "ClosingCap",
                "ClosingCapUse",
                "ClosingCapPool",
                "SimilarTaskGroup",
                "CreateSimilarTaskGroupRequest",
                "CloseSimilarTaskGroupRequest",
                "QuarterlyResult",
                "QuarterlyRules",
                "QuarterlyMonth",
                "QuarterlyDetail",
                "QuarterlyHiddenField",
                "QuarterlyExplanation",
                "QuarterlyRuleContent",
                "QuarterlyStep",
                "AdvisoryLine",
                "CreateAdvisoryLineRequest",
                "CloseAdvisoryLineRequest",
                "AdviseEvaluationRequest",
                "EvaluationAdviceData",
                "EvaluationChannel",
                "EvaluationMeeting",
                "EvaluationTemplateReference",
                "RuleSetLegalCheckData",
                "OpenClosingRequest",
                "PublishClosingRequest",
                "ClosingPublication",
                "CapRaise",
                "ClosingSummary",
                "Closing",
                "ClosingProgress",
                "ClosingOpened",
                "ClosingSkipped",
                "EvaluationSummary",
                "Evaluation",
                "EvaluationPost",
                "EvaluationDetail",
                "EvaluationCriterion",
                "EvaluationGroup",
                "EvaluationTitle",
                "HiddenField",
                "EvaluationAction",
                "EvaluationBlocker",
                "EvaluationEntries",
                "EvaluationEntry",
                "EvaluationExtras",
                "EvaluationExplanation",
                "ExplanationRules",
                "ExplanationStep",
                "SubmitEvaluationRequest",
                "EvaluationSubmission",
                "ReturnEvaluationRequest",
                "ReviewEvaluationRequest",
                "EvaluationReview",
                "DecideEvaluationRequest",
                "CorrectEvaluationRequest",
                "EvaluationDecision",
                "EvaluationWork",
                "EvaluationMark",
                "EvaluationMarkReason",
                "EvaluationBonus",
                "EvaluationDeduction",
                "EvaluationProduct",
                "EvaluationProductError",
                "EvaluationFactors",
                "EvaluationDiscipline",
                "CreateObjectionRequest",
                "ResolveObjectionRequest",
                "ObjectionResolution",
                "ObjectionTarget",
                "ObjectionSummary",
                "Objection",
                "ObjectionResolved",
                "ObjectionAction",
                "ObjectionBlocker",
                "CreateInspectionPlanRequest",
                "InspectionPlanLineRequest",
                "InspectionPlan",
                "InspectionPlanLine",
                "CreateChecklistRequest",
                "ChecklistItem",
                "Checklist",
                "CreateInspectionRequest",
                "InspectionMemberRequest",
                "InspectionConclusion",
                "InspectionAnswer",
                "InspectionSummary",
                "Inspection",
                "InspectionRecused",
                "CreateFindingRequest",
                "FindingSummary",
                "Finding",
                "AccountabilityEntry",
                "FindingClaim",
                "FindingReInspection",
                "AccountabilityReport",
                "AccountabilityLine",
                "AccountabilityFigures",
                "OneStopCoverage",
                "EvaluationCharge",
                "EvaluationChargeWaiver",
                "CreateDisciplineCaseRequest",
                "ProposeDisciplineRequest",
                "DisciplineProposalData",
                "DisciplineCouncil",
                "SuspendDisciplineRequest",
                "DisciplineSuspensionData",
                "ResumeDisciplineRequest",
                "DecideDisciplineRequest",
                "DisciplineSanctionData",
                "CorrectDisciplineRequest",
                "AcquitDisciplineRequest",
                "CloseDisciplineRequest",
                "DisciplineCaseSummary",
                "DisciplineCase",
                "DisciplineSuspension",
                "DisciplineProposal",
                "DisciplineRevision",
                "Sanctions",
                "Sanction",
                "SanctionBan",
                "DisciplineForms",
                "DisciplineForm",
                "DisciplineAction",
                "DisciplineBlocker",
                "Effect",
                "ResultSummary",
                "ResultLine",
                "ResultFigures",
                "ResultNotRated",
                "ResultHeads",
                "OpenAnnualClosingRequest",
                "PublishAnnualClosingRequest",
                "AnnualClosingPublication",
                "AnnualCapRaise",
                "DecideAnnualRequest",
                "CorrectAnnualRequest",
                "AnnualDecisionData",
                "AnnualStatement",
                "AnnualSanction",
                "AnnualClosing",
                "AnnualClosingSummary",
                "AnnualProgress",
                "AnnualCap",
                "AnnualOpened",
                "AnnualSkipped",
                "AnnualClassificationSummary",
                "AnnualClassification",
                "AnnualClassificationDetail",
                "AnnualMonth",
                "AnnualHiddenField",
                "AnnualExplanation",
                "AnnualExplanationRules",
                "AnnualExplanationStep",
                "AnnualAction",
                "AnnualBlocker",
                "FairnessReport",
                "FairnessLimits",
                "FairnessCoverage",
                "FairnessFlag",
                "FairnessText");
        for (var name : ours) {
            var schema = contract.path("components").path("schemas").path(name);
            assertThat(schema.path("properties").properties()).as(name).isNotEmpty();
            schema.path("properties").properties().forEach(property -> assertThat(
                            property.getValue().path("description").asText())
                    .as(name + "." + property.getKey())
                    .isNotBlank());
        }
    }

    @Test
    void shouldSayThatRequestsTakeNothingElse() {
        for (var name : List.of(
                "CreateUnitRequest",
                "CreateOfficerRequest",
                "AssignmentRequest",
                "ExportRequest",
                "CorrectOfficerRequest",
                "OfficerCorrection",
                "FindOfficerRequest",
                "AssignOfficerRequest",
                "CreateDelegationRequest",
                "RevokeDelegationRequest",
                "ExplainAccessRequest",
                "CreateAssignmentRequest",
                "CloseAssignmentRequest",
                "CorrectAssignmentRequest",
                "AbsenceRequest",
                "CorrectAbsenceRequest",
                "MakeRuleSetOfficialRequest",
                "AssignUnitTaskRequest",
                "ExtendUnitTaskRequest",
                "UnitTaskExtension",
                "SubmitUnitTaskRequest",
                "UnitTaskReport",
                "ResolveUnitTaskRequest",
                "UnitTaskOutcome",
                "CancelUnitTaskRequest",
                "CorrectUnitTaskRequest",
                "UnitTaskCorrection",
                "OpenUnitResultRequest",
                "DecideUnitResultRequest",
                "UnitResultDecision",
                "RuleSetLegalCheckData",
                "OpenClosingRequest",
                "PublishClosingRequest",
                "ClosingPublication",
                "CapRaise",
                "SubmitEvaluationRequest",
                "EvaluationSubmission",
                "ReturnEvaluationRequest",
                "ReviewEvaluationRequest",
                "EvaluationReview",
                "DecideEvaluationRequest",
                "CorrectEvaluationRequest",
                "EvaluationDecision",
                "EvaluationWork",
                "EvaluationMark",
                "EvaluationMarkReason",
                "EvaluationBonus",
                "EvaluationDeduction",
                "EvaluationProduct",
                "EvaluationProductError",
                "EvaluationFactors",
                "EvaluationDiscipline",
                "CreateObjectionRequest",
                "ResolveObjectionRequest",
                "ObjectionResolution",
                "CreateDisciplineCaseRequest",
                "ProposeDisciplineRequest",
                "DisciplineProposalData",
                "DisciplineCouncil",
                "SuspendDisciplineRequest",
                "DisciplineSuspensionData",
                "ResumeDisciplineRequest",
                "DecideDisciplineRequest",
                "DisciplineSanctionData",
                "CorrectDisciplineRequest",
                "AcquitDisciplineRequest",
                "CloseDisciplineRequest",
                "OpenAnnualClosingRequest",
                "PublishAnnualClosingRequest",
                "AnnualClosingPublication",
                "AnnualCapRaise",
                "DecideAnnualRequest",
                "CorrectAnnualRequest",
                "AnnualDecisionData",
                "AnnualStatement",
                "AnnualSanction")) {
            var schema = contract.path("components").path("schemas").path(name);
            assertThat(schema.path("additionalProperties").isBoolean()
                            && !schema.path("additionalProperties").asBoolean())
                    .as(name)
                    .isTrue();
        }
    }

    /** The personal number is asked for and never answered but masked, and the birth date is only of the single officer. */
    @Test
    void shouldPromisePersonalDataOnlyWhereItIsNeeded() {
        var schemas = contract.path("components").path("schemas");
        assertThat(with(schemas, "personalNumber"))
                .containsExactlyInAnyOrder("CreateOfficerRequest", "OfficerCorrection", "FindOfficerRequest");
        assertThat(with(schemas, "personalNumberMasked")).containsExactly("Officer");
        assertThat(with(schemas, "birthDate"))
                .containsExactlyInAnyOrder("Officer", "CreateOfficerRequest", "OfficerCorrection");
    }

    private static List<String> with(JsonNode schemas, String property) {
        return schemas.properties().stream()
                .filter(schema -> schema.getValue().path("properties").has(property))
                .map(Map.Entry::getKey)
                .toList();
    }
}
