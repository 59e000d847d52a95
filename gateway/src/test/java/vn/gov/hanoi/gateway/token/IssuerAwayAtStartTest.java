package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.gateway.token.Call.assertRefused;
import static vn.gov.hanoi.gateway.token.Call.withToken;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The gateway has to start without the identity provider: nobody gets in, and it says why, until the provider is there. */
@QuarkusTest
@TestProfile(IssuerAwayAtStartTest.Away.class)
class IssuerAwayAtStartTest {
    /** An issuer that is not there yet, and a gateway that does not wait for it. */
    public static class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.connection-delay", "1S");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Stage.class, Map.of("issuer", "away")));
        }
    }

    @Test
    void shouldSayThatItCannotCheckUntilTheIssuerIsThere() {
        // Given
        var token = Token.usual().signed();
        var refusal = withToken(token);
        assertRefused(refusal, 503, "gateway.identity-unavailable");
        assertThat(refusal.headers().firstValue("Retry-After")).isPresent();
        assertThat(Call.json(refusal).path("retryable").asBoolean()).isTrue();
        Call.assertUnauthenticated(Call.get(Call.GUARDED));
        assertThat(Call.get("/selection/v1/public/vacancies").statusCode()).isEqualTo(200);

        // When
        Call.stage("/stage/issuer/start");

        // Then
        Awaitility.await("recovery")
                .atMost(Duration.ofSeconds(30))
                .until(() -> withToken(token).statusCode() == 200);
    }
}
