package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.gateway.time.TestClock;

/** What a caller sees of limits. */
@QuarkusTest
@WithStage
class RateLimitTest {
    private static final int USER_HEAVY = 20;
    private static final String EXPORTS = "/training/v1/exports";

    @BeforeEach
    void stopTheClock() {
        TestClock.stop();
    }

    @AfterEach
    void backToNow() {
        TestClock.reset();
    }

    @Test
    void A58_shouldRefusePastTheQuotaOfAPersonAndNobodyElse() {
        // Given
        var person = "person-" + System.nanoTime();
        for (int i = 0; i < USER_HEAVY; i++) {
            assertThat(export(person, "H26.23.1").statusCode()).isEqualTo(200);
        }
        Call.seen();

        // When
        var refused = export(person, "H26.23.1");

        // Then
        Call.assertRefused(refused, 429, "gateway.rate-limited");
        assertThat(refused.headers().firstValue("Retry-After")).contains("3");
        assertThat(refused.headers().firstValue("RateLimit")).contains("\"user\";r=0;t=60");
        assertThat(Call.json(refused).path("retryable").asBoolean()).isTrue();
        assertThat(Call.json(refused).at("/args/scope").asText()).isEqualTo("user");
        assertThat(export("other-" + person, "H26.23.1").statusCode()).isEqualTo(200);
        assertThat(read(person).statusCode()).as("readings are counted apart").isEqualTo(200);
    }

    @Test
    void A58_noWayRoundByOtherFormsOfTheSameRequest() {
        // Given
        var person = "person-" + System.nanoTime();
        for (int i = 0; i < USER_HEAVY; i++) {
            export(person, "H26.23.1");
        }
        var bearer = "bearer " + token(person, "H26.99");
        Call.seen();

        // When Then
        Call.assertRefused(
                Call.send("POST", EXPORTS + "?x=" + person, "Authorization", bearer, "X-Forwarded-For", "10.0.0.1"),
                429,
                "gateway.rate-limited");
        Call.assertRefused(Call.send("PUT", EXPORTS, "Authorization", bearer), 429, "gateway.rate-limited");
    }

    /** What a tool does takes nothing from the person who runs it, and nothing from the agency. */
    @Test
    void shouldCountToolsApartWithAllowancesOfTheirOwn() {
        // Given
        var person = "person-" + System.nanoTime();
        var tool = "Bearer "
                + Token.usual()
                        .claim("sub", person)
                        .claim("unit", "H26.23.1")
                        .claim("azp", "tool-of-limits")
                        .signed();

        // When
        for (int i = 0; i < 2 * USER_HEAVY; i++) {
            assertThat(Call.send("POST", EXPORTS, "Authorization", tool).statusCode())
                    .isEqualTo(200);
        }
        Call.seen();

        // Then
        Call.assertRefused(Call.send("POST", EXPORTS, "Authorization", tool), 429, "gateway.rate-limited");
        assertThat(export(person, "H26.23.1").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAllowMoreAfterAWhile() {
        // Given
        var person = "person-" + System.nanoTime();
        for (int i = 0; i <= USER_HEAVY; i++) {
            export(person, "H26.23.1");
        }

        // When
        TestClock.advance(Duration.ofSeconds(4));

        // Then
        assertThat(export(person, "H26.23.1").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldTellOnEachAnswerWhatIsLeft() {
        // When
        var headers = read("person-" + System.nanoTime()).headers();

        // Then
        assertThat(headers.firstValue("RateLimit-Policy").orElseThrow())
                .isEqualTo("\"user\";q=1000000;w=60, \"client\";q=1000000;w=60, \"org\";q=1000000;w=60");
        assertThat(headers.firstValue("RateLimit").orElseThrow()).matches("\"(user|client|org)\";r=\\d+;t=\\d+");
    }

    private static HttpResponse<String> export(String person, String unit) {
        return Call.send("POST", EXPORTS, "Authorization", "Bearer " + token(person, unit));
    }

    private static HttpResponse<String> read(String person) {
        return Call.get(Call.GUARDED, "Authorization", "Bearer " + token(person, "H26.23.1"));
    }

    private static String token(String person, String unit) {
        return Token.usual()
                .claim("sub", person)
                .claim("unit", unit)
                .claim("azp", "client-of-limits")
                .signed();
    }
}
