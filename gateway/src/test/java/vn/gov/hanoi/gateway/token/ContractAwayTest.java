package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** While a service has never told its contract, there is no contract of the suite: half of one would be a lie. */
@QuarkusTest
@TestProfile(ContractAwayTest.OneAway.class)
class ContractAwayTest {
    /** A service at an address where nobody listens. */
    public static class OneAway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("congvu.gateway.selection-url", "http://localhost:1");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Stage.class));
        }
    }

    @Test
    void shouldNameTheServiceThatIsMissing() {
        // Given
        Awaitility.await("the other contracts")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Call.json(Call.get("/platform/v1/openapi"))
                                .at("/args/missing")
                                .size()
                        == 1);

        // When
        var answer = Call.get("/platform/v1/openapi", "Accept-Language", "en");

        // Then
        Call.assertRefused(answer, 503, "gateway.contract-incomplete");
        assertThat(Call.json(answer).at("/args/missing/0").asText()).isEqualTo("selection");
        assertThat(Call.json(answer).path("detail").asText())
                .contains("selection")
                .doesNotContain("{missing}", "localhost");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Call.get("/evaluation/v1/public/x").statusCode())
                .as("the others go on")
                .isEqualTo(200);
    }
}
