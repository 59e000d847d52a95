package vn.gov.hanoi.selection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.WithStack;

/** The published contract says enough to be used without reading code. */
@QuarkusTest
@WithStack
class ContractTest {
    private JsonNode contract;

    @BeforeEach
    void read() throws IOException {
        contract = new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get("/selection/v1/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private record Operation(String path, String method, JsonNode node) {}

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : contract.path("paths").properties()) {
            if (path.getKey()
                    .matches(
                            ".*/(events|vacancies|rating-records|sanction-checks|rounds|applications|condition-sets|announcements|councils|boards|conflicts|defences|score-sheets|merit-lists|written-exams|papers|scripts|mark-sheets|objections|appointments|bulletins)\\b.*")) {
                path.getValue()
                        .properties()
                        .forEach(each -> operations.add(new Operation(path.getKey(), each.getKey(), each.getValue())));
            }
        }
        return operations;
    }

    @Test
    void shouldPublishExactlyTheseOperations() {
        assertThat(operations())
                .extracting(each -> each.method() + " " + each.path() + " "
                        + each.node().path("operationId").asText())
                .containsExactlyInAnyOrder(
                        "get /selection/v1/events listEvents",
                        "get /selection/v1/vacancies listVacancies",
                        "post /selection/v1/vacancies createVacancy",
                        "get /selection/v1/vacancies/{id} getVacancy",
                        "post /selection/v1/vacancies/{id}/actions/publish publishVacancy",
                        "get /selection/v1/public/vacancies listPublicVacancies",
                        "get /selection/v1/public/vacancies/{id} getPublicVacancy",
                        "get /selection/v1/rating-records listRatingRecords",
                        "get /selection/v1/rating-records/{id} getRatingRecord",
                        "get /selection/v1/sanction-checks getSanctionCheck",
                        "get /selection/v1/public/announcements listPublicAnnouncements",
                        "get /selection/v1/public/announcements/feed getPublicAnnouncementFeed",
                        "get /selection/v1/rounds listRounds",
                        "post /selection/v1/rounds createRound",
                        "get /selection/v1/rounds/{id} getRound",
                        "put /selection/v1/rounds/{id} updateRound",
                        "post /selection/v1/rounds/{id}/actions/approve approveRound",
                        "post /selection/v1/rounds/{id}/actions/publish publishRound",
                        "post /selection/v1/rounds/{id}/actions/assign assignRound",
                        "post /selection/v1/rounds/{id}/actions/lock lockRound",
                        "post /selection/v1/rounds/{id}/actions/issue issueRound",
                        "post /selection/v1/rounds/{id}/actions/suspend suspendRound",
                        "post /selection/v1/rounds/{id}/actions/reopen reopenRound",
                        "post /selection/v1/rounds/{id}/actions/cancel cancelRound",
                        "get /selection/v1/condition-sets listConditionSets",
                        "get /selection/v1/applications listApplications",
                        "post /selection/v1/applications createApplication",
                        "get /selection/v1/applications/{id} getApplication",
                        "put /selection/v1/applications/{id}/documents updateApplicationDocuments",
                        "get /selection/v1/applications/{id}/eligibility-checks listEligibilityChecks",
                        "post /selection/v1/applications/{id}/actions/withdraw withdrawApplication",
                        "post /selection/v1/applications/{id}/actions/lock lockApplication",
                        "post /selection/v1/applications/{id}/actions/release releaseApplication",
                        "post /selection/v1/applications/{id}/actions/recompute recomputeApplication",
                        "post /selection/v1/applications/{id}/actions/decide decideApplication",
                        "get /selection/v1/appointments listAppointments",
                        "post /selection/v1/appointments createAppointment",
                        "get /selection/v1/appointments/{id} getAppointment",
                        "post /selection/v1/appointments/actions/close closePost",
                        "post /selection/v1/appointments/{id}/actions/review reviewAppointment",
                        "post /selection/v1/appointments/{id}/actions/withdraw withdrawAppointment",
                        "post /selection/v1/appointments/{id}/actions/decide decideAppointment",
                        "post /selection/v1/appointments/{id}/actions/reject rejectAppointment",
                        "post /selection/v1/appointments/{id}/actions/revoke revokeAppointment",
                        "post /selection/v1/appointments/{id}/actions/apply applyAppointment",
                        "get /selection/v1/public/bulletins listPublicBulletins",
                        "get /selection/v1/public/bulletins/{roundId} getPublicBulletin",
                        "get /selection/v1/bulletins/{roundId}/comparison getBulletinComparison",
                        "get /selection/v1/councils listCouncils",
                        "post /selection/v1/councils createCouncil",
                        "get /selection/v1/councils/{id} getCouncil",
                        "post /selection/v1/councils/{id}/actions/replace replaceCouncil",
                        "post /selection/v1/councils/{id}/actions/dissolve dissolveCouncil",
                        "get /selection/v1/boards listBoards",
                        "post /selection/v1/boards createBoard",
                        "get /selection/v1/boards/{id} getBoard",
                        "post /selection/v1/boards/{id}/actions/replace replaceBoard",
                        "post /selection/v1/boards/{id}/actions/dissolve dissolveBoard",
                        "get /selection/v1/conflicts listConflicts",
                        "post /selection/v1/conflicts createConflict",
                        "post /selection/v1/conflicts/actions/waive waiveConflict",
                        "get /selection/v1/rounds/{id}/draw getDraw",
                        "post /selection/v1/rounds/{id}/draw/actions/commit commitDraw",
                        "post /selection/v1/rounds/{id}/draw/actions/reveal revealDraw",
                        "get /selection/v1/defences/{id} getDefence",
                        "post /selection/v1/defences/{id}/actions/assign assignDefence",
                        "post /selection/v1/defences/{id}/actions/reveal revealDefence",
                        "post /selection/v1/defences/{id}/actions/review reviewDefence",
                        "get /selection/v1/score-sheets/{id} getScoreSheet",
                        "put /selection/v1/score-sheets/{id} updateScoreSheet",
                        "post /selection/v1/score-sheets/{id}/actions/seal sealScoreSheet",
                        "get /selection/v1/merit-lists listMeritLists",
                        "post /selection/v1/merit-lists createMeritList",
                        "get /selection/v1/merit-lists/{id} getMeritList",
                        "post /selection/v1/merit-lists/{id}/actions/decide decideMeritList",
                        "post /selection/v1/merit-lists/{id}/actions/submit submitMeritList",
                        "post /selection/v1/merit-lists/{id}/actions/return returnMeritList",
                        "post /selection/v1/merit-lists/{id}/actions/approve approveMeritList",
                        "post /selection/v1/merit-lists/{id}/actions/publish publishMeritList",
                        "post /selection/v1/written-exams createWrittenExam",
                        "get /selection/v1/written-exams/{id} getWrittenExam",
                        "put /selection/v1/written-exams/{id} updateWrittenExam",
                        "get /selection/v1/written-exams/{id}/scheme getWrittenScheme",
                        "put /selection/v1/written-exams/{id}/scheme updateWrittenScheme",
                        "post /selection/v1/written-exams/{id}/actions/close closeWrittenExam",
                        "post /selection/v1/written-exams/{id}/actions/lock lockWrittenExam",
                        "post /selection/v1/written-exams/{id}/actions/assign assignWrittenExam",
                        "post /selection/v1/written-exams/{id}/actions/reveal revealWrittenExam",
                        "post /selection/v1/written-exams/{id}/actions/publish publishWrittenExam",
                        "get /selection/v1/written-exams/{id}/agreement getWrittenAgreement",
                        "get /selection/v1/written-exams/{id}/remarking getRemarking",
                        "post /selection/v1/written-exams/{id}/remarking/actions/assign assignRemarking",
                        "post /selection/v1/written-exams/{id}/remarking/actions/publish publishRemarking",
                        "get /selection/v1/papers listPapers",
                        "get /selection/v1/papers/{id} getPaper",
                        "put /selection/v1/papers/{id}/attendance updatePaperAttendance",
                        "post /selection/v1/papers/{id}/violations createPaperViolation",
                        "put /selection/v1/papers/{id}/script updatePaperScript",
                        "get /selection/v1/mark-sheets listMarkSheets",
                        "get /selection/v1/mark-sheets/{id} getMarkSheet",
                        "get /selection/v1/mark-sheets/{id}/script getMarkSheetScript",
                        "put /selection/v1/mark-sheets/{id} updateMarkSheet",
                        "post /selection/v1/mark-sheets/{id}/actions/seal sealMarkSheet",
                        "get /selection/v1/scripts listScripts",
                        "post /selection/v1/scripts/{id}/actions/assign assignScript",
                        "get /selection/v1/objections listObjections",
                        "post /selection/v1/objections createObjection",
                        "get /selection/v1/objections/{id} getObjection",
                        "post /selection/v1/objections/{id}/actions/withdraw withdrawObjection");
    }

    @Test
    void shouldDescribeEveryOperation() {
        for (var operation : operations()) {
            var node = operation.node();
            var name = operation.method() + " " + operation.path();
            assertThat(node.path("summary").asText()).as(name).isNotBlank();
            assertThat(node.path("x-summary-vi").asText()).as(name).isNotBlank();
            assertThat(node.path("x-audit").asText()).as(name).isIn("NONE", "CHANGE");
            assertThat(node.path("tags")).as(name).hasSize(1);
            assertThat(node.path("responses").has("400")).as(name).isTrue();
            node.path("parameters").forEach(parameter -> assertThat(
                            parameter.path("description").asText())
                    .as(name + parameter)
                    .isNotBlank());
        }
    }

    @Test
    void shouldDemandATokenExceptOnPublicRoutes() {
        for (var operation : operations()) {
            boolean open = operation.path().contains("/public/");
            var permission = operation.node().path("x-permission").asText();
            var expected = expectedPermission(
                    operation.path(),
                    operation.method(),
                    operation.node().path("operationId").asText());
            assertThat(permission).isEqualTo(open ? "public" : expected);
            assertThat(operation.node().path("security").isEmpty())
                    .as(operation.path())
                    .isEqualTo(open);
        }
    }

    private static String expectedPermission(String path, String method, String operationId) {
        if (path.endsWith("/events")) {
            return "by topic";
        }
        if (path.contains("/appointments")) {
            return switch (operationId) {
                case "listAppointments", "getAppointment" ->
                    "selection-personnel, selection-approver, selection-candidate";
                case "withdrawAppointment" -> "selection-personnel, selection-candidate";
                case "createAppointment", "reviewAppointment" -> "selection-personnel";
                default -> "selection-approver";
            };
        }
        if (path.contains("/applications")) {
            return List.of(
                                    "listApplications",
                                    "getApplication",
                                    "createApplication",
                                    "withdrawApplication",
                                    "listEligibilityChecks")
                            .contains(operationId)
                    ? "selection-personnel, selection-candidate"
                    : "selection-personnel";
        }
        if (path.matches(".*/(councils|boards|conflicts).*")) {
            return panelPermission(operationId);
        }
        if (path.matches(".*/(draw|defences|score-sheets|merit-lists)\\b.*")) {
            return contestPermission(operationId);
        }
        if (path.matches(".*/(written-exams|papers|scripts|mark-sheets|objections)\\b.*")) {
            return switch (operationId) {
                case "createWrittenExam", "updateWrittenExam" -> "selection-personnel";
                case "getWrittenExam" ->
                    "selection-panel, selection-personnel, selection-approver, selection-inspector";
                case "publishWrittenExam", "publishRemarking" -> "selection-approver";
                case "getWrittenAgreement" -> "selection-inspector";
                case "getRemarking" -> "selection-panel, selection-approver";
                case "listPapers", "getPaper" -> "selection-panel, selection-personnel, selection-candidate";
                case "listObjections", "getObjection" ->
                    "selection-personnel, selection-candidate, selection-inspector";
                case "createObjection", "withdrawObjection" -> "selection-candidate";
                default -> "selection-panel";
            };
        }
        if (operationId.equals("getBulletinComparison")) {
            return "selection-inspector";
        }
        if (operationId.equals("lockRound")) {
            return "selection-personnel";
        }
        if (operationId.matches("(approve|issue|suspend|reopen|cancel)Round")) {
            return "selection-approver";
        }
        boolean reading = method.equals("get") && !path.matches(".*/(rating-records|sanction-checks).*");
        return reading ? "selection-reader" : "selection-organiser";
    }

    private static String panelPermission(String operationId) {
        return switch (operationId) {
            case "listBoards", "getBoard" ->
                "selection-reader, selection-approver, selection-panel, selection-inspector";
            case "listCouncils", "getCouncil" ->
                "selection-reader, selection-approver, selection-panel, selection-inspector, selection-candidate";
            case "listConflicts" -> "selection-panel, selection-personnel, selection-approver, selection-inspector";
            case "createConflict" -> "selection-panel, selection-personnel";
            default -> "selection-approver";
        };
    }

    private static String contestPermission(String operationId) {
        return switch (operationId) {
            case "getDraw", "getDefence" -> "selection-panel, selection-candidate";
            case "listMeritLists", "getMeritList" ->
                "selection-reader, selection-organiser, selection-approver, selection-panel, selection-inspector, "
                        + "selection-candidate";
            case "returnMeritList", "approveMeritList" -> "selection-approver";
            case "publishMeritList" -> "selection-organiser";
            default -> "selection-panel";
        };
    }

    @Test
    void shouldDescribeEveryPropertyOfOurSchemas() {
        var described = new HashSet<String>();
        for (var schema : contract.path("components").path("schemas").properties()) {
            if (schema.getKey()
                            .matches(
                                    ".*(Vacancy|RatingRecord|Sanction|Round|Application|Dossier|Eligibility|Condition|Selection|Announcement|Panel|Council|Board|Conflict|Defence|ScoreSheet|MeritList|Draw|Written|Paper|Mark|Script|Objection|ThirdMarker|Appoint|Bulletin|Post).*")
                    && !schema.getKey().startsWith("Page")) {
                schema.getValue().path("properties").properties().forEach(property -> {
                    var name = schema.getKey() + "." + property.getKey();
                    assertThat(property.getValue().path("description").asText())
                            .as(name)
                            .isNotBlank();
                    described.add(schema.getKey());
                });
            }
        }
        assertThat(described)
                .contains(
                        "Vacancy",
                        "VacancySummary",
                        "PublicVacancy",
                        "VacancyRequest",
                        "VacancyPublishRequest",
                        "RatingRecord",
                        "Round",
                        "RoundRequest",
                        "Application",
                        "ApplicationRequest",
                        "EligibilityCheck",
                        "ConditionSet",
                        "PublicAnnouncement",
                        "Panel",
                        "CouncilRequest",
                        "BoardRequest",
                        "Conflict",
                        "DefenceDraw",
                        "Defence",
                        "ScoreSheet",
                        "MeritList",
                        "WrittenExam",
                        "Paper",
                        "MarkSheet",
                        "Objection");
    }
}
