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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.WithStack;

/** The published contract says enough to be used without reading code. */
@QuarkusTest
@WithStack
class ContractTest {
    private static final Map<String, String> PERMISSIONS = Map.of(
            "createPlanDecision", "training-planner",
            "createClass", "training-organiser",
            "createLedgerEntry", "training-organiser",
            "listTrainingNeeds", "training-planner",
            "getTrainingNeed", "training-planner",
            "getSanctionCheck", "training-planner");
    private static final Set<String> SHARED = Set.of(
            "DeadLetter",
            "DirectoryCopy",
            "UnitCopy",
            "DryRun",
            "Info",
            "Time",
            "Problem",
            "ProblemItem",
            "ReasonRequest");

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
                .containsExactlyInAnyOrder(
                        "get /plans listPlans",
                        "get /plans/{id} getPlan",
                        "get /plans/{id}/plan-versus-actual getPlanVersusActual",
                        "get /plan-decisions listPlanDecisions",
                        "post /plan-decisions createPlanDecision",
                        "get /plan-decisions/{id} getPlanDecision",
                        "get /plan-lines listPlanLines",
                        "get /plan-lines/{id} getPlanLine",
                        "get /accounts listAccounts",
                        "get /accounts/{id} getAccount",
                        "get /ledger-entries listLedgerEntries",
                        "post /ledger-entries createLedgerEntry",
                        "get /ledger-entries/{id} getLedgerEntry",
                        "get /classes listClasses",
                        "post /classes createClass",
                        "get /classes/{id} getClass",
                        "get /training-needs listTrainingNeeds",
                        "get /training-needs/{id} getTrainingNeed",
                        "get /sanction-checks getSanctionCheck",
                        "get /degree-trainings listDegreeTrainings",
                        "post /degree-trainings createDegreeTraining",
                        "get /degree-trainings/{id} getDegreeTraining",
                        "post /degree-trainings/{id}/actions/approve approveDegreeTraining",
                        "post /degree-trainings/{id}/actions/reject rejectDegreeTraining",
                        "post /degree-trainings/{id}/actions/withdraw withdrawDegreeTraining",
                        "post /degree-trainings/{id}/actions/apply applyDegreeTraining",
                        "post /degree-trainings/{id}/actions/close closeDegreeTraining",
                        "get /service-commitments listServiceCommitments",
                        "get /service-commitments/{id} getServiceCommitment",
                        "get /compensations listCompensations",
                        "post /compensations createCompensation",
                        "get /compensations/{id} getCompensation",
                        "post /compensations/{id}/payments createCompensationPayment",
                        "post /compensations/{id}/actions/decide decideCompensation",
                        "post /compensations/{id}/actions/release releaseCompensation",
                        "post /compensations/{id}/actions/cancel cancelCompensation");
    }

    @Test
    void shouldDescribeEveryOperation() {
        for (var operation : operations()) {
            var node = operation.node();
            var name = operation.id();
            boolean changes = operation.method().equals("post");
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
    void shouldNameTheRoleAndDemandATokenEverywhere() {
        for (var operation : operations()) {
            assertThat(operation.node().path("x-permission").asText())
                    .as(operation.id())
                    .isEqualTo(permission(operation.id()));
            assertThat(operation.node().path("security").isEmpty())
                    .as(operation.id())
                    .isFalse();
        }
    }

    private static String permission(String operation) {
        return DegreeSecurityTest.PERMISSIONS.containsKey(operation)
                ? String.join(", ", DegreeSecurityTest.PERMISSIONS.get(operation))
                : PERMISSIONS.getOrDefault(operation, "training-reader");
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
            assertThat(property.getValue().path("type").asText())
                    .as(property.getKey())
                    .isEqualTo("integer");
            assertThat(property.getValue().path("format").asText())
                    .as(property.getKey())
                    .isEqualTo("int64");
        });
    }
}
