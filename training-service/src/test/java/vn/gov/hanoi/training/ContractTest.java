package vn.gov.hanoi.training;

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
import vn.gov.hanoi.training.support.ClassOperations;

/** The published contract says enough to be used without reading code. */
@QuarkusTest
@WithStack
class ContractTest {
    private static final Map<String, String> PERMISSIONS = Map.ofEntries(
            Map.entry("listEvents", "by topic"),
            Map.entry("createPlanDecision", "training-planner"),
            Map.entry("closePlan", "training-planner"),
            Map.entry("dividePlanMove", "training-planner"),
            Map.entry("approvePlanMove", "training-planner"),
            Map.entry("createTrainingNeed", "training-planner"),
            Map.entry("listTrainingNeedCounts", "training-planner"),
            Map.entry("approveTrainingNeed", "training-manager"),
            Map.entry("rejectTrainingNeed", "training-manager"),
            Map.entry("createClass", "training-organiser"),
            Map.entry("createLedgerEntry", "training-organiser, training-accountant"),
            Map.entry("closeAccount", "training-accountant"),
            Map.entry("closeAccounts", "training-accountant"),
            Map.entry("getLedgerIntegrity", "operator"),
            Map.entry("listTrainingNeeds", "training-planner, training-manager"),
            Map.entry("getTrainingNeed", "training-planner, training-manager"),
            Map.entry("getSanctionCheck", "training-planner"),
            Map.entry("listPlanProposals", "training-planner"),
            Map.entry("getPlanProposal", "training-planner"),
            Map.entry("createPlanProposal", "training-planner"),
            Map.entry("updatePlanProposal", "training-planner"),
            Map.entry("submitPlanProposal", "training-planner"),
            Map.entry("returnPlanProposal", "training-planner"),
            Map.entry("withdrawPlanProposal", "training-planner"));
    private static final Set<String> SHARED = Set.of(
            "DeadLetter",
            "DirectoryCopy",
            "UnitCopy",
            "DryRun",
            "Info",
            "Time",
            "Problem",
            "ProblemItem",
            "ReasonRequest",
            "BulkAnswer",
            "BulkResult",
            "BulkSummary");

    private JsonNode contract;

    @BeforeEach
    void read() throws IOException {
        contract = new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get("/training/v1/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private record Operation(String path, String method, JsonNode node) {
        String id() {
            return node.path("operationId").asText();
        }

        boolean isPublic() {
            return path.contains("/public/");
        }
    }

    /** Operations of this service; those of operators belong to the kernel. */
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
    void shouldPublishExactlyTheseOperations() {
        assertThat(operations())
                .extracting(each -> each.method() + " " + each.path().replace("/training/v1", "") + " " + each.id())
                .containsExactlyInAnyOrder(withClasses(
                        "get /events listEvents",
                        "get /plans listPlans",
                        "get /plans/{id} getPlan",
                        "get /plans/{id}/plan-versus-actual getPlanVersusActual",
                        "get /plan-decisions listPlanDecisions",
                        "post /plan-decisions createPlanDecision",
                        "get /plan-decisions/{id} getPlanDecision",
                        "post /plans/{id}/actions/close closePlan",
                        "get /plan-moves listPlanMoves",
                        "get /plan-moves/{id} getPlanMove",
                        "post /plan-moves/{id}/actions/divide dividePlanMove",
                        "post /plan-moves/{id}/actions/approve approvePlanMove",
                        "get /code-lists/{list} getCodeList",
                        "get /plan-lines/{id}/versions listPlanLineVersions",
                        "get /training-need-counts listTrainingNeedCounts",
                        "post /training-needs createTrainingNeed",
                        "post /training-needs/{id}/actions/approve approveTrainingNeed",
                        "post /training-needs/{id}/actions/reject rejectTrainingNeed",
                        "get /plans/{id}/comparison getPlanComparison",
                        "get /plans/{id}/settlement getPlanSettlement",
                        "get /training-effects listTrainingEffects",
                        "get /plans/{id}/unit-costs getPlanUnitCosts",
                        "get /plans/{id}/year-to-year getYearToYear",
                        "get /cost-norms listCostNorms",
                        "post /cost-norms/actions/find findClassCost",
                        "get /plan-proposals listPlanProposals",
                        "post /plan-proposals createPlanProposal",
                        "get /plan-proposals/{id} getPlanProposal",
                        "patch /plan-proposals/{id} updatePlanProposal",
                        "post /plan-proposals/{id}/actions/submit submitPlanProposal",
                        "post /plan-proposals/{id}/actions/return returnPlanProposal",
                        "post /plan-proposals/{id}/actions/withdraw withdrawPlanProposal",
                        "get /plan-lines listPlanLines",
                        "get /plan-lines/{id} getPlanLine",
                        "get /accounts listAccounts",
                        "get /accounts/{id} getAccount",
                        "get /accounts/{id}/commitments listBudgetCommitments",
                        "post /accounts/{id}/actions/close closeAccount",
                        "post /accounts/actions/close closeAccounts",
                        "get /accounts/trial-balance getTrialBalance",
                        "get /ledger-entries listLedgerEntries",
                        "post /ledger-entries createLedgerEntry",
                        "get /ledger-entries/{id} getLedgerEntry",
                        "get /classes listClasses",
                        "post /classes createClass",
                        "get /classes/{id} getClass",
                        "get /training-needs listTrainingNeeds",
                        "get /training-needs/{id} getTrainingNeed",
                        "get /sanction-checks getSanctionCheck",
                        "get /certificates listCertificates",
                        "post /certificates createCertificate",
                        "post /certificates/bulk bulkCertificates",
                        "post /certificates/actions/issue issueCertificates",
                        "get /certificates/{id} getCertificate",
                        "get /certificates/{id}/paper getCertificatePaper",
                        "post /certificates/{id}/actions/revoke revokeCertificate",
                        "post /certificates/{id}/actions/suspend suspendCertificate",
                        "post /certificates/{id}/actions/restore restoreCertificate",
                        "post /certificate-keys createCertificateKey",
                        "get /public/certificates/{number} getPublicCertificate",
                        "post /public/certificates/actions/verify verifyCertificate",
                        "get /public/certificate-keys listPublicCertificateKeys",
                        "get /public/certificate-status-lists/{id} getPublicCertificateStatusList",
                        "get /degree-trainings listDegreeTrainings",
                        "post /degree-trainings createDegreeTraining",
                        "get /degree-trainings/{id} getDegreeTraining",
                        "post /degree-trainings/{id}/actions/approve approveDegreeTraining",
                        "post /degree-trainings/{id}/actions/reject rejectDegreeTraining",
                        "post /degree-trainings/{id}/actions/withdraw withdrawDegreeTraining",
                        "post /degree-trainings/{id}/actions/apply applyDegreeTraining",
                        "post /degree-trainings/{id}/actions/close closeDegreeTraining",
                        "post /degree-trainings/{id}/actions/commit commitDegreeTraining",
                        "get /service-commitments listServiceCommitments",
                        "get /service-commitments/{id} getServiceCommitment",
                        "get /compensations listCompensations",
                        "post /compensations createCompensation",
                        "get /compensations/{id} getCompensation",
                        "post /compensations/{id}/payments createCompensationPayment",
                        "post /compensations/{id}/actions/decide decideCompensation",
                        "post /compensations/{id}/actions/release releaseCompensation",
                        "post /compensations/{id}/actions/cancel cancelCompensation"));
    }

    private static String[] withClasses(String... others) {
        return Stream.concat(Stream.of(others), ClassOperations.ALL.stream().map(ClassOperations::line))
                .toArray(String[]::new);
    }

    @Test
    void shouldDescribeEveryOperation() {
        for (var operation : operations()) {
            var node = operation.node();
            var name = operation.id();
            boolean changes =
                    !operation.method().equals("get") && !operation.id().startsWith("find") && !operation.isPublic();
            assertThat(node.path("summary").asText()).as(name).isNotBlank();
            assertThat(node.path("x-summary-vi").asText()).as(name).isNotBlank();
            assertThat(node.path("x-audit").asText()).as(name).isEqualTo(changes ? "CHANGE" : "NONE");
            assertThat(node.path("tags")).as(name).hasSize(1);
            assertThat(node.path("responses").has("400")).as(name).isTrue();
            node.path("parameters").forEach(parameter -> assertThat(
                            parameter.path("description").asText())
                    .as(name + parameter)
                    .isNotBlank());
        }
    }

    @Test
    void shouldNameTheRoleAndDemandATokenExceptOnPublicRoutes() {
        for (var operation : operations()) {
            var permission = operation.node().path("x-permission").asText();
            var ofClasses = ClassOperations.ALL.stream()
                    .filter(each -> each.id().equals(operation.id()))
                    .findFirst();
            if (ofClasses.isPresent()) {
                assertThat(Set.of(permission.split(", ", -1)))
                        .as(operation.id())
                        .isEqualTo(ofClasses.get().roles());
            } else {
                assertThat(permission).as(operation.id()).isEqualTo(permission(operation));
            }
            assertThat(operation.node().path("security").isEmpty())
                    .as(operation.id())
                    .isEqualTo(operation.isPublic());
        }
    }

    private static String permission(Operation operation) {
        if (operation.isPublic()) {
            return "public";
        }
        if (operation.path().contains("/certificate") && operation.method().equals("post")) {
            return operation.id().equals("createCertificateKey") ? "operator" : "training-certifier";
        }
        if (DegreeSecurityTest.PERMISSIONS.containsKey(operation.id())) {
            return String.join(", ", DegreeSecurityTest.PERMISSIONS.get(operation.id()));
        }
        return PERMISSIONS.getOrDefault(operation.id(), "training-reader");
    }

    @Test
    void shouldDescribeEveryPropertyOfOurSchemas() {
        for (var schema : contract.path("components").path("schemas").properties()) {
            if (!SHARED.contains(schema.getKey()) && !schema.getKey().startsWith("Page")) {
                schema.getValue().path("properties").properties().forEach(property -> assertThat(
                                property.getValue().has("$ref")
                                        || property.getValue().path("allOf").has(0)
                                        || !property.getValue()
                                                .path("description")
                                                .asText()
                                                .isBlank())
                        .as(schema.getKey() + "." + property.getKey())
                        .isTrue());
            }
        }
    }

    @Test
    void shouldWriteMoneyAsWholeNumbersOnly() {
        // When
        var money = contract.path("components").path("schemas").properties().stream()
                .flatMap(schema -> schema.getValue().path("properties").properties().stream())
                .filter(property -> property.getKey().endsWith("Vnd"))
                .toList();

        // Then
        assertThat(money).hasSizeGreaterThan(10).allSatisfy(property -> {
            assertThat(property.getValue().path("type").toString())
                    .as(property.getKey())
                    .isIn("\"integer\"", "[\"integer\",\"null\"]");
            assertThat(property.getValue().path("format").asText())
                    .as(property.getKey())
                    .isEqualTo("int64");
        });
    }
}
