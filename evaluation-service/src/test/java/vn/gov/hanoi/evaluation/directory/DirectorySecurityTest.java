package vn.gov.hanoi.evaluation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Replay;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Every operation for every role from every place in the City, and the refusals that give nothing away. */
@QuarkusTest
@WithStack
class DirectorySecurityTest {
    private static final List<String> ROLES = List.of(
            "directory-reader",
            "directory-editor",
            "directory-approver",
            "rules-reader",
            "rules-editor",
            "rules-approver",
            "task-reader",
            "task-keeper",
            "evaluation-reader",
            "evaluation-participant",
            "evaluation-keeper",
            "inspection-lead",
            "inspector",
            "inspection-reader",
            "discipline-officer",
            "discipline-authority",
            "discipline-reader",
            "roles of other services",
            "operator",
            "auditor",
            "Directory-Editor",
            "none");
    private static final Set<String> READ = Set.of(
            "listUnits",
            "getUnit",
            "listOfficers",
            "getOfficer",
            "listAssignments",
            "getAssignment",
            "listAbsences",
            "getAbsence",
            "createExport",
            "getExport",
            "getExportFile",
            "listUnitHeads",
            "listDelegations",
            "getDelegation",
            "explainAccess",
            "listAuthorityActions",
            "listReorganisations",
            "getReorganisation",
            "previewReorganisation",
            "getHeadcounts");
    /** Changes of a record that is there; whoever may make them names an old version here. */
    private static final Set<String> ACTIONS = Set.of(
            "correctUnit",
            "correctOfficer",
            "assignOfficer",
            "closeAssignment",
            "correctAssignment",
            "correctAbsence",
            "revokeDelegation",
            "replaceReorganisation",
            "cancelReorganisation",
            "applyReorganisation",
            "revertReorganisation");
    /** For those who apply what others drew up. */
    private static final Set<String> APPROVE = Set.of("applyReorganisation", "revertReorganisation");
    /** Of the caller alone; operators see all of them but exports. */
    private static final Set<String> OWNED = Set.of(
            "getOperation",
            "cancelOperation",
            "getImport",
            "listImportRows",
            "getFailedRows",
            "getExport",
            "getExportFile");
    /** Of kinds for readers of the directory and for keepers; what is exported here is of the first. */
    private static final Set<String> EXPORTED = Set.of("getExport", "getExportFile");
    /** For operators, about the whole directory. */
    private static final Set<String> CHECKS =
            Set.of("getDirectoryIntegrity", "getDirectorySource", "listAppointmentOrders", "recomputeAnnualStandings");
    /** For whoever can have begun one. */
    private static final Set<String> OPERATED = Set.of("getOperation", "cancelOperation");
    /** For readers and editors alike. */
    private static final Set<String> SHARED = Set.of("getOperation", "cancelOperation", "getImportTemplate");

    /** Rule sets are read from every unit of the City. */
    private static final Set<String> RULES_READ =
            Set.of("listRuleSets", "getRuleSet", "getRuleSetDocument", "getSelectedRuleSet");
    /** They are written from the City alone. */
    private static final Map<String, String> RULES_WRITE = Map.of(
            "createRuleSet", "rules-editor",
            "replaceRuleSet", "rules-editor",
            "deleteRuleSet", "rules-editor",
            "publishRuleSet", "rules-approver",
            "makeRuleSetOfficial", "rules-approver");

    /** For who writes rules and for keepers; each sees only the own ones, and there is one of somebody else here. */
    private static final Set<String> SIMULATE = Set.of(
            "createRuleSetSimulation",
            "getRuleSetSimulation",
            "listRuleSetSimulationLines",
            "getRuleSetSimulationFile");

    /** Readers may hold authority, so they may ask for what only authority can do. */
    private static final Set<String> TASKS_READ = Set.of(
            "listUnitTasks",
            "getUnitTask",
            "resolveUnitTask",
            "correctUnitTask",
            "listUnitResults",
            "getUnitResult",
            "decideUnitResult",
            "correctUnitResult");

    private static final Set<String> TASKS_KEEP =
            Set.of("createUnitTask", "createUnitTaskExtension", "submitUnitTask", "cancelUnitTask", "createUnitResult");
    /** Imports of tasks and of scores are asked for like those of units. */
    private static final Set<String> IMPORTING = Set.of("getImport", "listImportRows", "getFailedRows");
    /** For keepers of the agency. */
    private static final Set<String> CLOSINGS_WRITE = Set.of(
            "createClosing",
            "bulkClosings",
            "publishClosing",
            "lockClosing",
            "createSheetTemplate",
            "publishSheetTemplate",
            "createAdvisoryLine",
            "closeAdvisoryLine",
            "createSimilarTaskGroup",
            "closeSimilarTaskGroup",
            "getClosingCap",
            "createAnnualClosing",
            "bulkAnnualClosings",
            "publishAnnualClosing",
            "listFairnessFlags");

    private static final Set<String> CLOSINGS_READ = Set.of(
            "listClosings",
            "getClosing",
            "getClosingProgress",
            "listAnnualClosings",
            "getAnnualClosing",
            "listAdvisoryLines",
            "getAdvisoryLine",
            "listSimilarTaskGroups",
            "getSimilarTaskGroup",
            "getMonthlySummary",
            "getAnnualSummary");
    private static final Set<String> SHEETS_READ = Set.of(
            "listEvaluations",
            "getEvaluation",
            "getEvaluationExplanation",
            "recomputeEvaluation",
            "listEvaluationEntries",
            "listSheetTemplates",
            "getSheetTemplate",
            "listAnnualClassifications",
            "getAnnualClassification",
            "getAnnualExplanation",
            "listQuarterlyResults",
            "getQuarterlyExplanation",
            "listAnnualStandings");
    /** For participants, of the sheets they have a part in; the callers here have none in any. */
    private static final Set<String> SHEETS_ACT = Set.of(
            "submitEvaluation",
            "reviewEvaluation",
            "returnEvaluation",
            "decideEvaluation",
            "correctEvaluation",
            "adviseEvaluation",
            "reopenClosing",
            "decideAnnualClassification",
            "correctAnnualClassification");

    /** For participants and keepers; there is no objection here. */
    /** Each reads some topics of the feed. */
    private static final Set<String> EVENTS = Set.of(
            "evaluation-reader",
            "evaluation-keeper",
            "evaluation-participant",
            "rules-reader",
            "rules-editor",
            "rules-approver",
            "task-reader",
            "task-keeper",
            "inspection-reader",
            "discipline-officer",
            "discipline-authority",
            "discipline-reader");

    private static final Set<String> OBJECTIONS_READ = Set.of("listObjections", "getObjection");

    private static final Set<String> OBJECTIONS_ACT =
            Set.of("createObjection", "reviewObjection", "resolveObjection", "withdrawObjection");

    /** From the City; the callers here have no place in any team. */
    private static final Set<String> INSPECTIONS_LEAD = Set.of(
            "createInspectionPlan",
            "approveInspectionPlan",
            "createChecklist",
            "publishChecklist",
            "createInspection",
            "assignInspection",
            "readyInspection",
            "cancelInspection",
            "reInspectFinding");

    private static final Set<String> INSPECTIONS_DO = Set.of(
            "createFinding",
            "recuseInspection",
            "startInspection",
            "concludeInspection",
            "confirmFinding",
            "rejectFinding",
            "withdrawFinding");
    /** Plans and checklists; inspections and findings also for who answers for units. */
    private static final Set<String> INSPECTIONS_READ = Set.of(
            "listInspectionPlans",
            "getInspectionPlan",
            "listChecklists",
            "getChecklist",
            "listInspections",
            "getInspection",
            "listFindings",
            "listOfficerAccountabilityEntries",
            "listFindingTypes",
            "getFinding");

    private static final Set<String> INSPECTIONS_ANSWER = Set.of(
            "listInspections",
            "getInspection",
            "listFindings",
            "listFindingTypes",
            "getFinding",
            "claimFinding",
            "listOfficerAccountabilityEntries");

    private static final Set<String> INSPECTIONS_REPORT = Set.of("getAccountabilityReport");

    /** For who has a role about discipline; the officer whose they are may read the last one too. */
    private static final Set<String> DISCIPLINE_READ =
            Set.of("listDisciplineCases", "getDisciplineCase", "listDisciplineForms", "listSanctions");

    private static final Map<String, String> DISCIPLINE_ACT = Map.of(
            "createDisciplineCase", "discipline-officer",
            "proposeDisciplineCase", "discipline-officer",
            "suspendDisciplineCase", "discipline-officer",
            "resumeDisciplineCase", "discipline-officer",
            "decideDisciplineCase", "discipline-authority",
            "correctDisciplineCase", "discipline-authority",
            "acquitDisciplineCase", "discipline-authority",
            "closeDisciplineCase", "discipline-authority");

    /** Where the caller's own unit is, seen from the division whose records are asked for. */
    enum Place {
        OWN,
        ABOVE,
        CITY,
        BELOW,
        OTHER,
        NOWHERE,
        UNKNOWN
    }

    /** Requests of the operations, for the callers who are refused anyway. */
    private static final Map<String, Optional<Replay>> REPLAYS = new HashMap<>();

    private static @Nullable Operations made;

    private final Map<Place, String> units = new EnumMap<>(Place.class);
    private Operations operations;

    @BeforeEach
    void makeRecords() {
        var known = made;
        operations = known == null ? new Operations() : known;
        made = operations;
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void A20_shouldGiveEachRoleItsOperationsInItsPlaceOnly(Place place) {
        // Given
        var expected = new LinkedHashMap<String, String>();
        var answers = new LinkedHashMap<String, String>();

        // When
        operations.all().forEach((name, call) -> {
            for (var role : ROLES) {
                if (granted(name, role)) {
                    expected.put(role + " " + name, expected(name, role, place));
                    answers.put(role + " " + name, Replay.told(call.apply(token(place, held(role)))));
                }
            }
            expected.put("others " + name, "403 auth.role-missing");
            answers.put("others " + name, refused(name, call, token(place, others(name))));
        });

        // Then
        assertThat(answers).isEqualTo(expected);
    }

    /**
     * From the City, where nothing else could be the reason. Any one role of several opens an operation, so the test above, which asks with
     * all others at once, refuses each of them; here each role stands alone before every third operation.
     */
    @Test
    void A20_shouldRefuseEachRoleAloneWhatIsNotIts() {
        // Given
        var answers = new LinkedHashMap<String, String>();
        var names = List.copyOf(operations.all().keySet());

        // When
        operations.all().forEach((name, call) -> ROLES.stream()
                .filter(role -> !granted(name, role))
                .filter(role -> (names.indexOf(name) + ROLES.indexOf(role)) % 3 == 0)
                .forEach(role -> answers.put(role + " " + name, refused(name, call, token(Place.CITY, held(role))))));

        // Then
        assertThat(answers.values()).hasSizeGreaterThan(1_000);
        assertThat(answers).allSatisfy((_, told) -> assertThat(told).isEqualTo("403 auth.role-missing"));
    }

    private String token(Place place, String[] roles) {
        var unit = units.computeIfAbsent(place, this::unit);
        var tokens = Tokens.user("one-role").roles(roles);
        return unit.isEmpty() ? tokens.token() : tokens.unit(unit).token();
    }

    /** All roles that do not give the operation: if one of them did, all of them would. */
    private static String[] others(String operation) {
        return ROLES.stream()
                .filter(role -> !granted(operation, role))
                .flatMap(role -> Stream.of(held(role)))
                .toArray(String[]::new);
    }

    private String unit(Place place) {
        return switch (place) {
            case OWN -> operations.division.code();
            case ABOVE -> operations.department.code();
            case CITY -> Units.CITY;
            case BELOW -> Units.unit("DIVISION", operations.division).code();
            case OTHER -> Units.department().code();
            case NOWHERE -> "";
            case UNKNOWN -> "H26.NONE";
        };
    }

    private static String expected(String operation, String role, Place place) {
        if (CHECKS.contains(operation)) {
            return "200";
        }
        if (OWNED.contains(operation)) {
            var told = operation.equals("cancelOperation") ? "409 operation.ended" : "200";
            return role.equals("operator") ? told : "404 resource.not-found";
        }
        if (Set.of("getImportTemplate", "listAuthorityActions", "listDisciplineForms", "listFindingTypes")
                .contains(operation)) {
            return "200";
        }
        if (place == Place.NOWHERE || place == Place.UNKNOWN) {
            return "403 scope.unit-unknown";
        }
        if (RULES_READ.contains(operation) || operation.equals("listEvents")) {
            return "200";
        }
        if (RULES_WRITE.containsKey(operation)) {
            var told = operation.equals("createRuleSet") ? "201" : "412 precondition.failed";
            return place == Place.CITY ? told : "403 scope.outside";
        }
        if (SIMULATE.contains(operation) && !operation.equals("createRuleSetSimulation")) {
            return "404 resource.not-found";
        }
        boolean inside = Set.of(Place.OWN, Place.ABOVE, Place.CITY).contains(place);
        if (TASKS_READ.contains(operation) || TASKS_KEEP.contains(operation)) {
            return ofTasks(operation, place, inside);
        }
        if (CLOSINGS_READ.contains(operation)
                || CLOSINGS_WRITE.contains(operation)
                || SHEETS_READ.contains(operation)
                || SHEETS_ACT.contains(operation)) {
            return evaluation(operation, role, place, inside);
        }
        if (OBJECTIONS_READ.contains(operation) || OBJECTIONS_ACT.contains(operation)) {
            return operation.equals("listObjections") ? "200" : "404 resource.not-found";
        }
        if (INSPECTIONS_LEAD.contains(operation)
                || INSPECTIONS_DO.contains(operation)
                || INSPECTIONS_READ.contains(operation)
                || INSPECTIONS_ANSWER.contains(operation)
                || INSPECTIONS_REPORT.contains(operation)) {
            return ofInspections(operation, role, inside);
        }
        if (DISCIPLINE_READ.contains(operation) || DISCIPLINE_ACT.containsKey(operation)) {
            return ofDiscipline(operation, role, inside);
        }
        if (ACTIONS.contains(operation)) {
            return inside ? "412 precondition.failed" : "404 resource.not-found";
        }
        return switch (operation) {
            case "findOfficer" -> "404 resource.not-found";
            case "createAbsence" -> inside ? "409 absence.overlaps" : "404 resource.not-found";
            case "createUnitCode" -> inside ? "422 unit.code-malformed" : "404 resource.not-found";
            case "createAssignment", "createDelegation" -> inside ? "201" : "403 scope.outside";
            case "getUnit",
                    "getOfficer",
                    "getAssignment",
                    "listAbsences",
                    "getAbsence",
                    "listUnitHeads",
                    "getDelegation",
                    "getReorganisation",
                    "previewReorganisation",
                    "explainAccess" -> inside ? "200" : "404 resource.not-found";
            case "createReorganisation" -> "201";
            case "createRuleSetSimulation" -> inside ? "202" : "403 scope.outside";
            case "createUnit", "createOfficer" -> inside ? "201" : "403 scope.outside";
            case "createImport", "createExport" -> "202";
            default -> "200";
        };
    }

    private static String ofDiscipline(String operation, String role, boolean inside) {
        if (operation.equals("listDisciplineCases")) {
            return "200";
        }
        if (!inside || role.equals("evaluation-participant")) {
            return "404 resource.not-found";
        }
        return switch (operation) {
            case "createDisciplineCase" -> "201";
            case "getDisciplineCase", "listSanctions" -> "200";
            default -> "412 precondition.failed";
        };
    }

    private static String ofTasks(String operation, Place place, boolean inside) {
        return switch (operation) {
            case "listUnitTasks", "listUnitResults" -> "200";
            case "createUnitTask" ->
                inside ? place == Place.OWN ? "403 unit-task.own-unit" : "201" : "403 scope.outside";
            case "getUnitTask", "getUnitResult", "createUnitResult" -> inside ? "200" : "404 resource.not-found";
            default -> inside ? "412 precondition.failed" : "404 resource.not-found";
        };
    }

    /** The inspection is announced and goes on; the finding was made by it. */
    private static String ofInspections(String operation, String role, boolean inside) {
        boolean participant = role.equals("evaluation-participant");
        var hidden = "404 resource.not-found";
        return switch (operation) {
            case "listInspectionPlans",
                    "listChecklists",
                    "listInspections",
                    "listFindings",
                    "listOfficerAccountabilityEntries",
                    "getChecklist" -> "200";
            case "createChecklist" -> "201";
            case "publishChecklist" -> "412 precondition.failed";
            case "createInspectionPlan", "createInspection" -> inside ? "201" : "403 scope.outside";
            // It is a draft.
            case "getInspectionPlan" -> inside && role.equals("inspection-lead") ? "200" : hidden;
            case "approveInspectionPlan" -> inside ? "412 precondition.failed" : hidden;
            case "getInspection", "getFinding" -> inside && !participant ? "200" : hidden;
            case "getAccountabilityReport" -> inside ? "200" : hidden;
            case "assignInspection", "readyInspection", "cancelInspection", "reInspectFinding" ->
                inside ? "412 precondition.failed" : hidden;
            case "claimFinding" -> hidden;
            default -> inside ? "403 authority.missing" : hidden;
        };
    }

    private static String evaluation(String operation, String role, Place place, boolean inside) {
        var hidden = "404 resource.not-found";
        return switch (operation) {
            case "listClosings",
                    "listEvaluations",
                    "listAnnualClosings",
                    "listAnnualClassifications",
                    "listSheetTemplates",
                    "listQuarterlyResults",
                    "listAnnualStandings",
                    "listSimilarTaskGroups",
                    "listAdvisoryLines" -> "200";
            case "getSheetTemplate", "getAdvisoryLine", "getSimilarTaskGroup" -> inside ? "200" : hidden;
            case "createSheetTemplate" -> inside ? "201" : "403 scope.outside";
            // There is one already.
            case "createAdvisoryLine" -> inside ? "409 advisory-line.overlaps" : "403 scope.outside";
            case "publishSheetTemplate", "closeAdvisoryLine" -> inside ? "412 precondition.failed" : hidden;
            // The units have a group already.
            case "createSimilarTaskGroup" ->
                place == Place.CITY ? "409 similar-task-group.overlaps" : "403 scope.outside";
            case "closeSimilarTaskGroup" -> {
                if (place == Place.CITY) {
                    yield "412 precondition.failed";
                }
                yield inside ? "403 scope.outside" : hidden;
            }
            case "getClosing",
                    "getClosingCap",
                    "getClosingProgress",
                    "getAnnualClosing",
                    "listFairnessFlags",
                    "getMonthlySummary",
                    "getAnnualSummary" -> inside ? "200" : hidden;
            // What is outside is refused row by row.
            case "bulkClosings", "bulkAnnualClosings" -> "207";
            case "createClosing", "createAnnualClosing" -> inside ? "200" : "403 scope.outside";
            case "publishClosing", "lockClosing", "reopenClosing", "publishAnnualClosing" ->
                inside ? "412 precondition.failed" : hidden;
            case "getEvaluation", "getAnnualClassification" ->
                inside && !role.equals("evaluation-participant") ? "200" : hidden;
            // No month is told.
            case "getQuarterlyExplanation" -> hidden;
            // Points are for keepers; nothing is decided yet that could be explained.
            case "getEvaluationExplanation", "recomputeEvaluation" ->
                inside && role.equals("evaluation-reader") ? "403 authority.missing" : hidden;
            case "listEvaluationEntries", "getAnnualExplanation" -> {
                if (!inside || role.equals("evaluation-participant")) {
                    yield hidden;
                }
                yield role.equals("evaluation-reader") ? "403 authority.missing" : "200";
            }
            default -> hidden;
        };
    }

    private static boolean granted(String operation, String role) {
        if (operation.equals("listEvents")) {
            return EVENTS.contains(role);
        }
        if (CLOSINGS_WRITE.contains(operation)) {
            return role.equals("evaluation-keeper");
        }
        if (CLOSINGS_READ.contains(operation)) {
            return Set.of("evaluation-reader", "evaluation-keeper").contains(role);
        }
        if (SHEETS_READ.contains(operation)) {
            return role.startsWith("evaluation-");
        }
        if (SHEETS_ACT.contains(operation) || OBJECTIONS_ACT.contains(operation)) {
            return role.equals("evaluation-participant");
        }
        if (OBJECTIONS_READ.contains(operation)) {
            return Set.of("evaluation-participant", "evaluation-keeper").contains(role);
        }
        if (INSPECTIONS_LEAD.contains(operation)) {
            return role.equals("inspection-lead");
        }
        if (INSPECTIONS_DO.contains(operation)) {
            return role.equals("inspector");
        }
        if (INSPECTIONS_READ.contains(operation) || INSPECTIONS_ANSWER.contains(operation)) {
            boolean reads = INSPECTIONS_READ.contains(operation)
                    && Set.of("inspection-lead", "inspector", "inspection-reader")
                            .contains(role);
            return reads || role.equals("evaluation-participant") && INSPECTIONS_ANSWER.contains(operation);
        }
        if (INSPECTIONS_REPORT.contains(operation)) {
            return Set.of("inspection-lead", "inspection-reader").contains(role);
        }
        if (DISCIPLINE_READ.contains(operation)) {
            return role.startsWith("discipline-")
                    || role.equals("evaluation-participant") && operation.equals("listSanctions");
        }
        if (DISCIPLINE_ACT.containsKey(operation)) {
            return role.equals(DISCIPLINE_ACT.get(operation));
        }
        if (CHECKS.contains(operation)) {
            return role.equals("operator");
        }
        if (RULES_READ.contains(operation)) {
            return role.startsWith("rules-");
        }
        if (SIMULATE.contains(operation)) {
            return Set.of("rules-editor", "rules-approver", "evaluation-keeper").contains(role);
        }
        if (RULES_WRITE.containsKey(operation)) {
            return role.equals(RULES_WRITE.get(operation));
        }
        if (TASKS_READ.contains(operation) || TASKS_KEEP.contains(operation)) {
            return role.equals("task-keeper") || role.equals("task-reader") && TASKS_READ.contains(operation);
        }
        if (APPROVE.contains(operation)) {
            return role.equals("directory-approver");
        }
        if (READ.contains(operation)) {
            return role.equals("directory-reader") || role.equals("evaluation-keeper") && EXPORTED.contains(operation);
        }
        return role.equals("directory-editor")
                || role.equals("operator") && OWNED.contains(operation)
                || Set.of("task-keeper", "evaluation-keeper").contains(role)
                        && (SHARED.contains(operation) || IMPORTING.contains(operation))
                || Set.of("directory-approver", "rules-editor", "rules-approver")
                                .contains(role)
                        && OPERATED.contains(operation)
                || role.equals("directory-reader") && SHARED.contains(operation);
    }

    /** All roles of other services at once: if one of them gave anything here, all of them would. */
    private static String[] held(String role) {
        return role.equals("roles of other services")
                ? new String[] {
                    "training-reader",
                    "training-planner",
                    "training-organiser",
                    "selection-reader",
                    "selection-organiser"
                }
                : new String[] {role};
    }

    private static String refused(String operation, Function<String, Response> call, String token) {
        var nobody = Tokens.user("nobody").roles("none").token();
        return REPLAYS.computeIfAbsent(operation, _ -> Replay.of(() -> call.apply(nobody)))
                .map(replay -> replay.as(token))
                .orElseGet(() -> Replay.told(call.apply(token)));
    }

    @Test
    void A20_shouldKnowEveryOperationOfTheContract() throws IOException {
        // Given
        var contract = new ObjectMapper()
                .readTree(RestAssured.given()
                        .accept("application/json")
                        .get("/evaluation/v1/openapi")
                        .asString());

        // Then
        assertThat(contract.findValuesAsText("operationId").stream()
                        // A plan has a property of that name too.
                        .filter(name ->
                                !name.isEmpty() && !name.contains("DeadLetter") && !name.contains("DirectoryCopy")))
                .containsExactlyInAnyOrderElementsOf(operations.all().keySet());
    }

    @Test
    void A18_shouldListNothingOfOtherUnits() {
        // Given
        var stranger = Units.department();
        var token = Units.editor(stranger);

        // When
        var units = Api.as(token).queryParam("count", "true").get(Units.PATH);
        var below = Api.as(token)
                .queryParams("unitId", operations.division.id(), "unitScope", "SUBTREE", "count", "true")
                .get(Units.PATH);
        var named = Api.as(token)
                .queryParams("code", operations.division.code(), "count", "true")
                .get(Units.PATH);
        var officers = Api.as(token)
                .queryParams("unitId", operations.division.id(), "count", "true")
                .get(Officers.PATH);

        // Then
        units.then().body(at("items.code", equalTo(List.of(stranger.code())))).body(at("page.count", equalTo(1)));
        for (var empty : List.of(below, named, officers)) {
            empty.then().statusCode(200).body(at("items", equalTo(List.of()))).body(at("page.count", equalTo(0)));
        }
    }

    @Test
    void A52_shouldHideForeignRecordsAsIfThereWereNone() {
        // Given
        var stranger = Units.editor(Units.department());

        // Then
        for (var path : List.of(
                operations.unitPath,
                operations.officerPath,
                operations.imported.href(),
                operations.imported.href() + "/rows",
                operations.imported.operation())) {
            var id = path.replaceAll(".*/v1/[a-z]+/([^/]+).*", "$1");
            var foreign = Api.as(stranger).get(path);
            var absent = Api.as(stranger).get(path.replace(id, UUID.randomUUID().toString()));
            assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
            assertThat(withoutPlace(foreign)).isEqualTo(withoutPlace(absent));
            assertThat(foreign.headers().asList().stream().map(header -> header.getName()))
                    .isEqualTo(absent.headers().asList().stream()
                            .map(header -> header.getName())
                            .toList());
        }
    }

    private static Map<String, Object> withoutPlace(Response problem) {
        var body = new LinkedHashMap<String, Object>(problem.as(Json.class).getMap(""));
        body.remove("instance");
        body.remove("traceId");
        return body;
    }

    @Test
    void shouldShowAnImportToItsOwnerOnlyWhileTheRoleLasts() {
        // Given
        var owner = Tokens.user("editor-" + operations.department.code()).unit(operations.department.code());

        // When
        var withRole = Api.as(owner.roles("directory-editor").token()).get(operations.imported.operation());
        var withoutRole = Api.as(owner.roles("auditor").token()).get(operations.imported.operation());

        // Then
        withRole.then().statusCode(200);
        withoutRole.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
    }

    @Test
    void shouldCheckTheScopeAgainBeforeItShowsAStoredAnswer() {
        // Given
        var key = Api.key();
        var request = Officers.request(Officers.code(), "Lê Văn Chuyển", operations.division.id());
        var before = Tokens.user("moved").unit(operations.division.code()).roles("directory-editor");
        Api.as(before.token())
                .header("Idempotency-Key", key)
                .body(request)
                .post(Officers.PATH)
                .then()
                .statusCode(201);

        // When
        var after = Tokens.user("moved").unit(Units.department().code()).roles("directory-editor");
        var replay = Api.as(after.token())
                .header("Idempotency-Key", key)
                .body(request)
                .post(Officers.PATH);

        // Then
        replay.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        assertThat(replay.asString()).doesNotContain("Chuyển");
    }
}
