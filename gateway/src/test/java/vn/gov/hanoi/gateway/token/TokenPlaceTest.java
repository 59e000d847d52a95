package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.gateway.token.Call.assertRefused;
import static vn.gov.hanoi.gateway.token.Call.assertUnauthenticated;
import static vn.gov.hanoi.gateway.token.Call.withToken;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a token may stand, how large and how odd it may be, and that none of it gets into a log. */
@QuarkusTest
@WithStage
class TokenPlaceTest {
    @BeforeEach
    void forget() {
        Call.seen();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access_token",
                "ACCESS_TOKEN",
                "id_token",
                "token",
                "limit=1&access_token",
                "access%5Ftoken",
                "refresh_token",
                "a;access_token",
                "%61ccess_token"
            })
    void A13_tokenInQuery(String parameter) {
        // Given
        var token = Token.usual().signed();

        // When
        var answer = Call.get(Call.GUARDED + "?" + parameter + "=" + token, "Authorization", "Bearer " + token);

        // Then
        assertRefused(answer, 400, "gateway.token-in-query");
        assertThat(answer.body()).doesNotContain(token);
    }

    @Test
    void A13_tokenInCookieOrOtherHeader() {
        // Given
        var token = Token.usual().signed();

        // When Then
        for (var header : new String[] {"Cookie", "X-Authorization", "Proxy-Authorization", "X-Access-Token"}) {
            var value = header.equals("Cookie") ? "q_session=" + token + "; Authorization=" + token : "Bearer " + token;
            assertUnauthenticated(Call.get(Call.GUARDED, header, value));
        }
    }

    @Test
    void A13_twoAuthorizationHeaders() {
        // Given
        var good = "Bearer " + Token.usual().signed();

        // When Then
        for (var second : new String[] {good, "Bearer x", "Basic eA==", ""}) {
            assertRefused(
                    Call.get(Call.GUARDED, "Authorization", good, "authorization", second),
                    400,
                    "gateway.ambiguous-authorization");
            assertRefused(
                    Call.get(Call.GUARDED, "Authorization", second, "Authorization", good),
                    400,
                    "gateway.ambiguous-authorization");
        }
    }

    @Test
    void A13_twoCredentialsInOneHeader() {
        // Given
        var token = Token.usual().signed();

        // When Then
        for (var value : new String[] {
            "Bearer Bearer " + token,
            "Bearer " + token + ", Bearer " + token,
            "Bearer " + token + " x",
            "Bearer  " + token,
            "Bearer\t" + token,
            "Bearer:" + token,
            "Bearer \"" + token + "\"",
            token
        }) {
            assertUnauthenticated(Call.get(Call.GUARDED, "Authorization", value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "BEARER", "bEaReR"})
    void A13_shouldAcceptTheSchemeInAnyCase(String scheme) {
        // When
        var answer = Call.get(
                Call.GUARDED, "Authorization", scheme + " " + Token.usual().signed());

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Call.seen()).hasSize(1);
    }

    @Test
    void A14_shouldAcceptATokenOf8Kilobytes() {
        // When
        var answer = withToken(Token.usual().claim("note", "a".repeat(6_000)).signed());

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024, 1024 * 1024})
    void A14_tokenThatIsTooLarge(int size) {
        // When
        int status = RawCall.status("GET " + Call.GUARDED + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + "a".repeat(size) + "\r\n\r\n");

        // Then
        assertThat(status).isEqualTo(431);
        assertThat(Call.seen()).isEmpty();
    }

    @Test
    void A14_oddContent() {
        // When Then
        assertUnauthenticated(withToken(Token.usual()
                .raw(claims -> "{\"aud\":\"congvu\"," + claims.substring(1))
                .signed()));
        assertUnauthenticated(withToken(Token.usual()
                .raw(claims -> claims.replace("\"sub\":", "\"sub\":\"admin\",\"sub\":"))
                .signed()));
        for (var content :
                new String[] {"null", "[]", "\"x\"", "{", "", "{\"exp\":1e999}", "\u0000", "[".repeat(3_000)}) {
            assertUnauthenticated(withToken(Token.usual().raw(claims -> content).signed()));
        }
        assertUnauthenticated(withToken(Token.usual()
                .raw(claims -> "{\"x\":" + "[".repeat(2_000) + "]".repeat(2_000) + "," + claims.substring(1))
                .signed()));
    }

    @Test
    void A14_claimsOfTheWrongKind() {
        // When Then
        assertUnauthenticated(withToken(Token.usual().claim("exp", "tomorrow").signed()));
        assertUnauthenticated(withToken(Token.usual().claim("sub", 7).signed()));
        assertUnauthenticated(withToken(Token.usual().claim("iat", "now").signed()));
        assertUnauthenticated(
                withToken(Token.usual().claim("typ", List.of("Bearer")).signed()));
    }

    @Test
    void A13_shouldKeepSecretsOutOfTheLog() {
        // Given
        var token = Token.usual().claim("note", "log").signed();
        var cookie = "session=cookie-secret-4711";

        // When
        Call.get(Call.GUARDED + "/logged", "Authorization", "Bearer " + token, "Cookie", cookie);
        Call.get(Call.GUARDED + "/refused?access_token=query-secret-4711");
        Call.get(Call.GUARDED + "/last", "Authorization", "Bearer wrong-secret-4711");

        // Then
        Awaitility.await("access log line").atMost(Duration.ofSeconds(20)).until(() -> Log.text()
                .contains(Call.GUARDED + "/last"));
        assertThat(Log.text())
                .contains(Call.GUARDED + "/logged", Call.GUARDED + "/refused")
                .doesNotContain(token, token.substring(token.lastIndexOf('.')), "secret-4711", "Bearer ");
    }
}
