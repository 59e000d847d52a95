package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.gateway.token.Call.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of others, stolen and foreign answers of logins, changed cookies. Each refusal has the same request that passes beside it. */
@QuarkusTest
@WithStage
class SessionAttackTest {
    private static final String OURS = "https://congvu.hanoi.gov.vn";
    private static final String LOGIN = "/platform/v1/session/login";

    @BeforeEach
    void forget() {
        Call.seen();
    }

    @Test
    void A42_onlyPagesOfOursMayChangeAnything() {
        // Given
        var browser = Browser.loggedIn();
        String[][] forged = {
            {},
            {"Origin", OURS},
            {"X-Congvu-Csrf", "1"},
            {"X-Congvu-Csrf", "1", "Origin", "null"},
            {"X-Congvu-Csrf", "1", "Origin", "https://example.org"},
            {"X-Congvu-Csrf", "1", "Origin", OURS + ".example.org"},
            {"X-Congvu-Csrf", "1", "Origin", "http://congvu.hanoi.gov.vn"},
            {"X-Congvu-Csrf", "1", "Origin", OURS, "Origin", "https://example.org"},
            {"X-Congvu-Csrf", "1", "Origin", OURS, "Sec-Fetch-Site", "cross-site"},
            {"X-Congvu-Csrf", "1", "Sec-Fetch-Site", "same-site"},
            {"X-Congvu-Csrf", "1", "Sec-Fetch-Site", "none"},
            {"Origin", OURS, "Sec-Fetch-Site", "same-origin", "Content-Type", "text/plain"}
        };

        // When Then
        for (var headers : forged) {
            for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                assertRefused(browser.send(method, Call.GUARDED, headers), 403, "auth.csrf-refused");
            }
            assertRefused(browser.send("POST", "/platform/v1/session/logout", headers), 403, "auth.csrf-refused");
        }
        for (var good : new String[][] {
            Browser.OWN_PAGE,
            {"X-Congvu-Csrf", "1", "Origin", OURS},
            {"X-Congvu-Csrf", "1", "Sec-Fetch-Site", "same-origin"}
        }) {
            assertThat(browser.send("POST", Call.GUARDED, good).statusCode()).isEqualTo(200);
        }
        assertThat(Call.seen()).hasSize(3);
    }

    @Test
    void A13_aSessionAndATokenAtOnce() {
        // Given
        var browser = Browser.loggedIn();
        var token = "Bearer " + Token.usual().signed();

        // When Then
        for (var path : List.of(Call.GUARDED, "/platform/v1/client", "/selection/v1/public/vacancies")) {
            assertRefused(browser.get(path, "Authorization", token), 400, "gateway.two-credentials");
        }
        assertThat(browser.get(Call.GUARDED).statusCode()).isEqualTo(200);
        assertThat(Call.get(Call.GUARDED, "Authorization", token).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "//example.org",
                "///example.org",
                "/\\example.org",
                "\\/example.org",
                "/%5cexample.org",
                "/%2fexample.org",
                "example.org",
                "javascript:alert(1)",
                "/a/../../x",
                "/a\r\nSet-Cookie: x=1",
                "/a\tb",
                " /a",
                "/a;x=1",
                "/a#b",
                "/.//example.org",
                "/platform/v1/session/logout",
                "",
                "?x=1"
            })
    void A45_noOtherPlaceToReturnTo(String target) {
        // Given
        var encoded = URLEncoder.encode(target, StandardCharsets.UTF_8).replace("+", "%20");

        // When
        var answer = Call.get(LOGIN + "?returnTo=" + encoded);

        // Then
        // Some are refused as soon as the target of the request is read.
        var code = Call.json(answer).path("code").asText();
        assertThat(code).isIn("auth.return-not-local", "gateway.path-not-canonical");
        assertRefused(answer, 400, code);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void A42_answerOfALoginThatThisBrowserDidNotBegin() {
        // Given
        var attacker = new Browser();
        var answer = attacker.answerOfIssuer(attacker.begin("/"));
        var victim = new Browser();
        var other = new Browser();
        other.begin("/");

        // When Then
        assertLoginRefused(victim.get(answer), "no-login-begun-here");
        assertLoginRefused(other.get(answer), "state");
        assertThat(attacker.get(answer).statusCode()).isEqualTo(303);
    }

    @Test
    void A45_changedAnswers() {
        // When Then
        assertChanged("state=[^&]+", "state=x", "state");
        assertChanged("state=[^&]+&", "", "state");
        assertChanged("(state=[^&]+)", "$1&$1", "state");
        assertChanged("iss=[^&]+", "iss=https://example.org/realms/congvu", "issuer");
        assertChanged("iss=([^&]+)", "iss=$1/", "issuer");
        assertChanged("iss=[^&]+&", "", "issuer");
        assertChanged("(iss=[^&]+)", "$1&iss=https://example.org", "issuer");
        assertChanged("code=.*", "error=access_denied", "refused-by-issuer");
        assertChanged("(code=.*)", "$1&code=other", "refused-by-issuer");
        assertChanged("code=.*", "code=guessed", "code");
    }

    @Test
    void A45_answerUsedTwice() {
        // Given
        var browser = new Browser();
        var answer = browser.answerOfIssuer(browser.begin("/"));
        var again = browser.copy();
        assertThat(browser.get(answer).statusCode()).isEqualTo(303);

        // When Then
        assertLoginRefused(browser.get(answer), "no-login-begun-here");
        assertLoginRefused(again.get(answer), "used-before");
        assertThat(again.cookie(Browser.SESSION)).isEmpty();
    }

    @Test
    void A45_codeOfAnotherLoginWithoutItsSecret() {
        // Given
        var attacker = new Browser();
        var stolen = attacker.answerOfIssuer(attacker.begin("/")).replaceAll(".*code=", "");
        var victim = new Browser();
        var own = victim.answerOfIssuer(victim.begin("/"));

        // When
        var answer = victim.get(own.replaceAll("code=.*", "code=" + stolen));

        // Then
        assertLoginRefused(answer, "code");
    }

    @ParameterizedTest
    @CsvSource({
        "nonce,other",
        "iss,https://example.org/realms/congvu",
        "aud,congvu",
        "azp,congvu-cli",
        "exp,-60",
        "stranger,1"
    })
    void A45_idTokenOfAnotherLoginIssuerClientOrTime(String claim, String value) {
        // Given
        var browser = new Browser();
        var answer = browser.answerOfIssuer(browser.begin("/"));
        Call.stage("/stage/issuer/fault?" + claim + "=" + value);

        // When Then
        assertLoginRefused(browser.get(answer), "id-token");
    }

    @Test
    void A43_loginMakesANewSessionWhateverWasThere() {
        // Given
        var browser = Browser.loggedIn();
        var before = browser.cookie(Browser.SESSION);

        // When
        var second = browser.get(browser.answerOfIssuer(browser.begin("/")));

        // Then
        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(browser.cookie(Browser.SESSION)).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void A43_plantedCookieIsNotKept() {
        // Given
        var browser = new Browser();
        browser.put(Browser.SESSION, "planted");
        browser.put(Browser.SESSION + ".1", "planted");

        // When
        var entered = browser.get(browser.answerOfIssuer(browser.begin("/")));

        // Then
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(303);
        assertThat(browser.cookie(Browser.SESSION)).doesNotContain("planted");
        assertThat(browser.cookie(Browser.SESSION + ".1")).isEmpty();
        assertThat(browser.get(Call.GUARDED).statusCode()).isEqualTo(200);
    }

    @Test
    void A43_changedOrForeignCookies() {
        // Given
        var browser = Browser.loggedIn();
        var good = browser.cookie(Browser.SESSION);
        var login = new Browser();
        login.begin("/");

        // When Then
        for (var bad : List.of(
                "",
                "x",
                "one.",
                "one.AAAA",
                flipped(good, 8),
                flipped(good, good.length() / 2),
                flipped(good, good.length() - 3),
                good.substring(0, good.length() - 8),
                "two" + good.substring(3),
                "three" + good.substring(3),
                login.cookie(Browser.LOGIN))) {
            browser.put(Browser.SESSION, bad);
            var answer = browser.get(Call.GUARDED);
            assertRefused(answer, 401, "auth.session-ended");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .anySatisfy(line -> assertThat(line).startsWith(Browser.SESSION + "=; Max-Age=0"));
        }
        var twice =
                Call.get(Call.GUARDED, "Cookie", Browser.SESSION + "=" + good + "; " + Browser.SESSION + "=" + good);
        assertRefused(twice, 401, "auth.session-ended");
        assertUnprefixedIsNoSession(good);
        browser.put(Browser.SESSION, good);
        assertThat(browser.get(Call.GUARDED).statusCode()).isEqualTo(200);
    }

    @Test
    void A43_oversizedSession() {
        // Given
        var browser = new Browser();
        var answer = browser.answerOfIssuer(browser.begin("/"));
        Call.stage("/stage/issuer/fault?size=14000");

        // When Then
        assertLoginRefused(browser.get(answer), "session-too-large");
        assertThat(browser.cookie(Browser.SESSION)).isEmpty();
    }

    @Test
    void A43_cookiesBeyondTheLimit() {
        // When
        int status = RawCall.status("GET " + Call.GUARDED + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + Browser.SESSION
                + "=" + "A".repeat(65_536) + "\r\n\r\n");

        // Then
        assertThat(status).isEqualTo(431);
        assertThat(Call.seen()).isEmpty();
    }

    private static void assertUnprefixedIsNoSession(String good) {
        Call.assertUnauthenticated(Call.get(Call.GUARDED, "Cookie", "congvu-session=" + good));
    }

    private static void assertChanged(String pattern, String replacement, String reason) {
        var browser = new Browser();
        var answer = browser.answerOfIssuer(browser.begin("/"));
        assertLoginRefused(browser.get(answer.replaceAll(pattern, replacement)), reason);
    }

    private static void assertLoginRefused(HttpResponse<String> answer, String reason) {
        assertRefused(answer, 400, "auth.login-refused");
        assertThat(Call.json(answer).at("/args/reason").asText()).isEqualTo(reason);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneSatisfy(line -> assertThat(line).startsWith(Browser.SESSION));
    }

    private static String flipped(String text, int place) {
        char other = text.charAt(place) == 'A' ? 'B' : 'A';
        return text.substring(0, place) + other + text.substring(place + 1);
    }
}
