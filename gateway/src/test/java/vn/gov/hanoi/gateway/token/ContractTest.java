package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The contract of the suite as clients get it. */
@QuarkusTest
@WithStage
class ContractTest {
    @Test
    void shouldServeOneContractOfAllServices() {
        // Given
        Awaitility.await("contracts of the services")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Call.get("/platform/v1/openapi").statusCode() == 200);

        // When
        var answer = Call.get("/platform/v1/openapi");

        // Then
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        var contract = Call.json(answer);
        assertThat(contract.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(contract.at("/servers/0/url").asText()).isEqualTo("https://congvu.hanoi.gov.vn");
        assertThat(contract.path("paths").propertyStream().map(Map.Entry::getKey))
                .contains("/evaluation/v1/units/{id}");
        assertThat(contract.path("paths").has("/platform/v1/officers/{id}/dossier"))
                .isTrue();
        assertThat(contract.path("paths").findValuesAsText("operationId")).doesNotHaveDuplicates();
        assertThat(contract.findValuesAsText("$ref")).allSatisfy(reference -> assertThat(
                        contract.at(reference.substring(1)).isMissingNode())
                .isFalse());
        assertThat(answer.body()).as("inner addresses").doesNotContain("localhost:8080", "0.0.0.0", "SecurityScheme\"");
    }
}
