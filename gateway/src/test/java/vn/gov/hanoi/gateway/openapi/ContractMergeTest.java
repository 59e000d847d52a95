package vn.gov.hanoi.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three contracts as the services give them, cut to a few operations, become one without a lie. */
class ContractMergeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SERVICES = List.of("evaluation", "training", "selection");

    private final Map<String, ObjectNode> contracts = new HashMap<>();

    ContractMergeTest() {
        SERVICES.forEach(service -> contracts.put(service, read(service)));
    }

    @Test
    void shouldKeepEveryOperationOfEveryService() {
        // When
        var merged = merge(SERVICES);

        // Then
        var expected = new ArrayList<String>();
        contracts.values().forEach(contract -> expected.addAll(addresses(contract)));
        assertThat(addresses(merged)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(merged.at("/servers/0/url").asText()).isEqualTo("https://congvu.hanoi.gov.vn");
        assertThat(merged.path("servers")).hasSize(1);
    }

    @Test
    void shouldTellRepeatedOperationsApartByTheirService() {
        // When
        var merged = merge(SERVICES);

        // Then
        assertThat(operationIds(merged))
                .doesNotHaveDuplicates()
                .contains(
                        "evaluationListDeadLetters",
                        "trainingListDeadLetters",
                        "selectionListDeadLetters",
                        "trainingGetDirectoryCopy",
                        "selectionGetUnitCopy",
                        "getUnit",
                        "listPublicVacancies")
                .doesNotContain("listDeadLetters", "getDirectoryCopy", "getUnitCopy", "replayDeadLetter");
        assertThat(merged.at("/paths/~1training~1v1~1ops~1dead-letters/get/operationId")
                        .asText())
                .isEqualTo("trainingListDeadLetters");
    }

    @Test
    void shouldNotDependOnTheOrderOfTheServices() {
        // Given
        component("training", "Info").put("description", "another one");

        // When
        var one = merge(SERVICES);
        var other = merge(SERVICES.reversed());

        // Then
        assertThat(other.path("paths")).isEqualTo(one.path("paths"));
        assertThat(other.path("components")).isEqualTo(one.path("components"));
    }

    @Test
    void shouldFindAFreeNameWhenThePrefixedOneIsTaken() {
        // Given
        operation("evaluation", "/evaluation/v1/units/{id}").put("operationId", "trainingListDeadLetters");
        component("training", "Info").put("description", "another one");
        schemas("evaluation").putObject("TrainingInfo").put("type", "string");

        // When
        var merged = merge(SERVICES);

        // Then
        assertThat(operationIds(merged))
                .doesNotHaveDuplicates()
                .contains("trainingListDeadLetters", "trainingListDeadLetters2");
        assertThat(merged.at("/components/schemas/TrainingInfo/type").asText()).isEqualTo("string");
        assertThat(merged.at("/components/schemas/TrainingInfo2/description").asText())
                .isEqualTo("another one");
        assertResolved(merged);
    }

    @Test
    void shouldKeepEqualSchemasOnce() {
        // When
        var schemas = merge(SERVICES).at("/components/schemas");

        // Then
        assertThat(schemas.has("Problem")).isTrue();
        assertThat(schemas.has("DeadLetter")).isTrue();
        assertThat(schemas.propertyStream().map(Map.Entry::getKey).filter(name -> name.endsWith("Problem")))
                .containsExactly("Problem");
    }

    @Test
    void shouldNeverOverwriteASchemaOfTheSameName() {
        // Given
        var ours = schemas("training").putObject("Unit").put("type", "integer").put("description", "unit of money");
        operation("training", "/training/v1/accounts/{id}")
                .withObject("/responses/200/content/application~1json/schema")
                .removeAll()
                .put("$ref", "#/components/schemas/Unit");

        // When
        var merged = merge(SERVICES);

        // Then
        var schemas = merged.at("/components/schemas");
        assertThat(schemas.has("Unit")).as("a name with two meanings").isFalse();
        assertThat(schemas.path("TrainingUnit")).isEqualTo(ours);
        assertThat(merged.at("/components/schemas/EvaluationUnit/properties").has("code"))
                .isTrue();
        assertThat(answer(merged, "/training/v1/accounts/{id}")).isEqualTo("#/components/schemas/TrainingUnit");
        assertThat(answer(merged, "/evaluation/v1/units/{id}")).isEqualTo("#/components/schemas/EvaluationUnit");
        assertResolved(merged);
    }

    @Test
    void shouldTellSchemasApartThatDifferOnlyInWhatTheyReferTo() {
        // Given
        component("selection", "DeadLetter").put("description", "another one");
        var page = component("selection", "PageDeadLetterView");
        assertThat(page).isEqualTo(component("training", "PageDeadLetterView"));

        // When
        var merged = merge(SERVICES);

        // Then
        assertThat(merged.at("/components/schemas/SelectionPageDeadLetterView/properties/items/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/SelectionDeadLetter");
        assertThat(merged.at("/components/schemas/TrainingPageDeadLetterView/properties/items/items/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/TrainingDeadLetter");
        assertThat(answer(merged, "/selection/v1/ops/dead-letters"))
                .isEqualTo("#/components/schemas/SelectionPageDeadLetterView");
        assertResolved(merged);
    }

    @Test
    void shouldMoveReferencesIntoComponentsAndMappings() {
        // Given
        component("training", "Info").put("description", "another one");
        var odd = schemas("training").putObject("Odd");
        odd.putObject("properties").putObject("part").put("$ref", "#/components/schemas/Info/properties/severity");
        odd.putObject("discriminator")
                .put("propertyName", "kind")
                .putObject("mapping")
                .put("plain", "Info")
                .put("full", "#/components/schemas/Info");

        // When
        var moved = merge(SERVICES).at("/components/schemas/Odd");

        // Then
        assertThat(moved.at("/properties/part/$ref").asText())
                .isEqualTo("#/components/schemas/TrainingInfo/properties/severity");
        assertThat(moved.at("/discriminator/mapping/plain").asText()).isEqualTo("TrainingInfo");
        assertThat(moved.at("/discriminator/mapping/full").asText()).isEqualTo("#/components/schemas/TrainingInfo");
    }

    @Test
    void shouldResolveEveryReferenceAndKnowEveryScheme() {
        // When
        var merged = merge(SERVICES);

        // Then
        assertResolved(merged);
        assertThat(merged.at("/components/securitySchemes").properties()).hasSize(1);
        assertThat(merged.at("/paths/~1training~1v1~1ops~1dead-letters/get/security/0")
                        .has("oidc"))
                .isTrue();
        assertThat(merged.at("/paths/~1selection~1v1~1public~1vacancies/get").has("security"))
                .as("public operations stay public")
                .isFalse();
        assertThat(merged.at("/components/securitySchemes/oidc/flows/authorizationCode/tokenUrl")
                        .asText())
                .startsWith("https://login.example/realms/congvu/");
    }

    @Test
    void shouldNotLetAServiceSpeakForAnother() {
        // Given
        contracts
                .get("selection")
                .withObject("/paths/~1training~1v1~1accounts~1{id}/get")
                .put("summary", "mine");

        // When
        var merged = merge(SERVICES);

        // Then
        assertThat(merged.at("/paths/~1training~1v1~1accounts~1{id}/get"))
                .isEqualTo(merge(List.of("training", "evaluation")).at("/paths/~1training~1v1~1accounts~1{id}/get"));
    }

    @Test
    void shouldLeaveTheContractsOfTheServicesAlone() {
        // Given
        component("training", "Info").put("description", "another one");
        var before = contracts.get("training").deepCopy();

        // When
        merge(SERVICES);

        // Then
        assertThat(contracts.get("training")).isEqualTo(before);
    }

    @Test
    void shouldNameWhatTheGatewayItselfAnswersForAnyOperation() {
        // Given
        var merge = new ContractMerge("https://congvu.hanoi.gov.vn", "https://login.example/realms/congvu");
        SERVICES.forEach(service -> merge.add(service, contracts.get(service)));
        operation("evaluation", "/evaluation/v1/units/{id}")
                .withObject("/responses/429")
                .put("description", "changed after it was given");
        merge.addPlatform();

        // When
        var merged = merge.document();

        // Then
        assertResolved(merged);
        merged.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    for (var status : List.of("429", "502", "504")) {
                        assertThat(operation
                                        .path("responses")
                                        .path(status)
                                        .path("$ref")
                                        .asText())
                                .isEqualTo("#/components/responses/GatewayProblem");
                    }
                }));
        assertThat(operationIds(merged))
                .contains("getDossier", "listProblems", "getContract")
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldListEachTagOnce() {
        // When
        var tags = merge(SERVICES).path("tags").findValuesAsText("name");

        // Then
        assertThat(tags).doesNotHaveDuplicates().contains("Dead Letters", "Units", "Accounts", "Public Vacancies");
    }

    private JsonNode merge(List<String> order) {
        var merge = new ContractMerge("https://congvu.hanoi.gov.vn", "https://login.example/realms/congvu");
        for (var service : order) {
            merge.add(service, contracts.get(service));
        }
        return merge.document();
    }

    private ObjectNode schemas(String service) {
        return contracts.get(service).withObject("/components/schemas");
    }

    private ObjectNode component(String service, String name) {
        return (ObjectNode) schemas(service).path(name);
    }

    private ObjectNode operation(String service, String path) {
        return (ObjectNode) contracts.get(service).path("paths").path(path).path("get");
    }

    private static String answer(JsonNode merged, String path) {
        return merged.path("paths")
                .path(path)
                .at("/get/responses/200/content/application~1json/schema/$ref")
                .asText();
    }

    private static List<String> addresses(JsonNode contract) {
        return contract.path("paths")
                .propertyStream()
                .flatMap(path ->
                        path.getValue().propertyStream().map(operation -> operation.getKey() + " " + path.getKey()))
                .toList();
    }

    private static List<String> operationIds(JsonNode contract) {
        return contract.path("paths").findValuesAsText("operationId");
    }

    private static void assertResolved(JsonNode merged) {
        var references = merged.findValuesAsText("$ref");
        assertThat(references).isNotEmpty();
        for (var reference : references) {
            assertThat(merged.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    private static ObjectNode read(String service) {
        try (var in = ContractMergeTest.class.getResourceAsStream("/contracts/" + service + ".json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
