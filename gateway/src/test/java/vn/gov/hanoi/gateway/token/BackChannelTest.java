package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.ForgedToken;

/** The issuer ends sessions by itself: cookies and bearer tokens of them are refused at once, also remembered ones. */
@QuarkusTest
@WithStage
class BackChannelTest {
    private static final String ADDRESS = "/platform/v1/session/backchannel-logout";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @BeforeEach
    void forget() {
        Call.seen();
    }

    @Test
    void A11_sessionEndedByTheIssuer() {
        // Given
        var browser = Browser.loggedIn();
        var other = Browser.loggedIn();
        browser.get(Call.GUARDED);
        var bearer = Call.seen().at("/0/headers/authorization/0").asText();
        assertThat(Call.get(Call.GUARDED, "Authorization", bearer).statusCode()).isEqualTo(200);
        Call.seen();
        var sid = claim(bearer, "sid");

        // When
        var answer = Call.form(ADDRESS, "logout_token=" + logout("sid", sid).signed());

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        Call.assertRefused(browser.get(Call.GUARDED), 401, "auth.session-ended");
        Call.assertUnauthenticated(Call.get(Call.GUARDED, "Authorization", bearer));
        assertThat(other.get(Call.GUARDED).statusCode())
                .as("another session of the person")
                .isEqualTo(200);
    }

    @Test
    void A11_personEndedByTheIssuer() {
        // Given
        var person = "person-" + System.nanoTime();
        var token = Token.usual().claim("sub", person).signed();
        assertThat(Call.withToken(token).statusCode()).isEqualTo(200);
        Call.seen();

        // When
        var answer = Call.form(
                ADDRESS, "logout_token=" + logout("sub", person).without("sid").signed());

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        Call.assertUnauthenticated(Call.withToken(token));
        assertThat(Call.withToken(Token.usual()
                                .claim("sub", person)
                                .time("iat", 2)
                                .signed())
                        .statusCode())
                .as("a later login")
                .isEqualTo(200);
    }

    @Test
    void shouldBelieveOnlyLogoutTokensOfTheIssuerForThisClient() {
        // Given
        var browser = Browser.loggedIn();
        browser.get(Call.GUARDED);
        var sid = claim(Call.seen().at("/0/headers/authorization/0").asText(), "sid");
        var forged = List.of(
                logout("sid", sid).signedByStranger(),
                logout("sid", sid).header("alg", "none").unsigned(),
                logout("sid", sid).claim("aud", "congvu").signed(),
                logout("sid", sid).claim("iss", "https://example.org").signed(),
                logout("sid", sid).claim("nonce", "x").signed(),
                logout("sid", sid).without("events").signed(),
                logout("sid", sid).claim("events", Map.of("other", Map.of())).signed(),
                logout("sid", sid).claim("events", EVENT).signed(),
                logout("sid", sid).without("sid").without("sub").signed(),
                logout("sid", sid).without("iat").signed(),
                logout("sid", sid).time("iat", -3_600).signed(),
                logout("sid", sid).time("iat", 3_600).signed(),
                "garbage");

        // When Then
        for (var token : forged) {
            Call.assertRefused(Call.form(ADDRESS, "logout_token=" + token), 400, "auth.logout-refused");
        }
        var good = logout("sid", sid).signed();
        Call.assertRefused(Call.form(ADDRESS, ""), 400, "auth.logout-refused");
        Call.assertRefused(
                Call.form(ADDRESS, "logout_token=" + good + "&logout_token=" + good), 400, "auth.logout-refused");
        Call.assertRefused(Call.form(ADDRESS, "x".repeat(20_000)), 413, "gateway.body-too-large");
        assertThat(browser.get(Call.GUARDED).statusCode())
                .as("the session goes on")
                .isEqualTo(200);
        assertThat(Call.form(ADDRESS, "logout_token=" + good).statusCode()).isEqualTo(200);
        assertThat(browser.get(Call.GUARDED).statusCode()).isEqualTo(401);
    }

    private static ForgedToken logout(String name, String value) {
        return Token.usual()
                .claim("typ", "Logout")
                .claim("aud", CodeFlow.CLIENT)
                .claim("sid", "sid-other")
                .without("exp")
                .claim("events", Map.of(EVENT, Map.of()))
                .claim(name, value);
    }

    private static String claim(String bearer, String name) {
        try {
            var claims = java.util.Base64.getUrlDecoder().decode(bearer.split("\\.")[1]);
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(claims)
                    .path(name)
                    .asText();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
