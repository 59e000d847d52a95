package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person with a browser: login, requests with the cookie, logout. */
@QuarkusTest
@WithStage
class SessionTest {
    @BeforeEach
    void forget() {
        Call.seen();
        Call.stage("/stage/issuer/calls");
    }

    @Test
    void shouldTurnTheCookieIntoABearerTokenTowardsTheServices() {
        // Given
        var browser = Browser.loggedIn();

        // When
        var answers = List.of(browser.get(Call.GUARDED), browser.post(Call.GUARDED));

        // Then
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
        var seen = Call.seen();
        assertThat(seen).hasSize(2).allSatisfy(request -> {
            assertThat(request.at("/headers/authorization")).hasSize(1);
            assertThat(request.at("/headers/authorization/0").asText()).matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+");
            assertThat(request.path("headers").has("cookie")).isFalse();
            assertThat(request.path("headers").has("x-congvu-csrf")).isFalse();
        });
    }

    @Test
    void shouldGoBackToWhereTheLoginWasWanted() {
        // Given
        var browser = new Browser();
        var answer = browser.answerOfIssuer(browser.begin("/evaluation/v1/units?limit=5"));

        // When
        var entered = browser.get(answer);

        // Then
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().firstValue("Location")).contains("/evaluation/v1/units?limit=5");
        assertThat(entered.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void A43_cookiesAreForThisHostAndNoScript() {
        // Given
        var browser = new Browser();

        // When
        var begun = browser.get("/platform/v1/session/login");
        var issuer = java.net.URI.create(begun.headers().firstValue("Location").orElseThrow());
        var entered = browser.get(browser.answerOfIssuer(issuer));

        // Then
        assertThat(begun.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith(Browser.LOGIN + "=")
                .contains("; Max-Age=600; Path=/; HttpOnly; SameSite=Lax; Secure")
                .doesNotContain("Domain");
        assertThat(entered.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(Browser.SESSION + "=")
                        .endsWith("; Path=/; HttpOnly; SameSite=Strict; Secure"))
                .anySatisfy(line -> assertThat(line).startsWith(Browser.LOGIN + "=; Max-Age=0"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(4096));
        assertThat(browser.cookie(Browser.LOGIN)).isEmpty();
    }

    @Test
    void shouldGiveTheBrowserNoTokenInClear() {
        // Given
        var browser = Browser.loggedIn();
        browser.get(Call.GUARDED);
        var token = Call.seen().at("/0/headers/authorization/0").asText().substring(7);

        // When
        var cookie = browser.cookie(Browser.SESSION);

        // Then
        for (var part : token.split("\\.")) {
            assertThat(cookie).doesNotContain(part);
        }
        assertThat(Log.text()).doesNotContain(cookie, token.substring(token.lastIndexOf('.')));
    }

    @Test
    void shouldTellThePageWhoIsLoggedIn() {
        // Given
        var browser = Browser.loggedIn();

        // When
        var client = Call.json(browser.get("/platform/v1/client"));

        // Then
        assertThat(client.path("subject").asText()).isEqualTo("person-giang");
        assertThat(client.path("client").asText()).isEqualTo("congvu-gateway");
        assertThat(client.path("unit").asText()).isEqualTo("H26");
    }

    @Test
    void shouldEndTheSessionHereAndAtTheIssuer() {
        // Given
        var browser = Browser.loggedIn();
        var stolen = browser.copy();
        Call.stage("/stage/issuer/calls");

        // When
        var answer = browser.post("/platform/v1/session/logout");

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Call.json(answer).path("endedAtIssuer").asBoolean()).isTrue();
        assertThat(Call.stage("/stage/issuer/calls").toString()).isEqualTo("[\"logout\"]");
        assertThat(browser.cookie(Browser.SESSION)).isEmpty();
        Call.assertUnauthenticated(browser.get(Call.GUARDED));
        Call.assertRefused(stolen.get(Call.GUARDED), 401, "auth.session-ended");
        assertThat(browser.post("/platform/v1/session/logout").statusCode()).isEqualTo(401);
    }

    @Test
    void shouldSayWhenTheIssuerDidNotHearOfTheLogout() {
        // Given
        var browser = Browser.loggedIn();
        var second = browser.copy();
        browser.post("/platform/v1/session/logout");

        // When
        var answer = second.post("/platform/v1/session/logout");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Call.json(answer).path("endedAtIssuer").asBoolean()).isFalse();
        assertThat(second.cookie(Browser.SESSION)).isEmpty();
    }

    @Test
    void shouldSpreadALongSessionOverAFewCookies() {
        // Given
        Call.stage("/stage/issuer/fault?size=4000");

        // When
        var browser = Browser.loggedIn();

        // Then
        assertThat(browser.cookie(Browser.SESSION + ".1")).isNotEmpty();
        assertThat(browser.get(Call.GUARDED).statusCode()).isEqualTo(200);
        Call.seen();
        browser.put(
                Browser.SESSION + ".1", browser.cookie(Browser.SESSION + ".1").replaceAll(".$", ""));
        Call.assertRefused(browser.get(Call.GUARDED), 401, "auth.session-ended");
    }

    @Test
    void shouldRefuseOtherMethodsAndAddresses() {
        // When Then
        for (var name : List.of("login", "callback")) {
            Call.assertRefused(Call.send("POST", "/platform/v1/session/" + name), 405, "gateway.method-not-allowed");
        }
        for (var name : List.of("logout", "backchannel-logout")) {
            Call.assertRefused(Call.get("/platform/v1/session/" + name), 405, "gateway.method-not-allowed");
        }
        for (var name : Arrays.asList("", "Login", "login/x")) {
            var path = "/platform/v1/session" + (name.isEmpty() ? "" : "/" + name);
            Call.assertRefused(Call.get(path), 404, "gateway.no-route");
        }
    }

    @Test
    void A45_twoPlacesOrALongOne() {
        // When Then
        Call.assertRefused(
                Call.get("/platform/v1/session/login?returnTo=/a&returnTo=/b"), 400, "auth.return-not-local");
        Call.assertRefused(
                Call.get("/platform/v1/session/login?returnTo=/" + "a".repeat(1_024)), 400, "auth.return-not-local");
        assertThat(Call.get("/platform/v1/session/login?returnTo=/" + "a".repeat(1_000))
                        .statusCode())
                .isEqualTo(303);
    }
}
