package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the API: complete without any other host, and with nothing inline that a policy would have to allow. */
@QuarkusTest
@WithStage
class PortalTest {
    private static final String PORTAL = "/platform/v1/portal";
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("[{,]\\s+([A-Za-z]+): \"");
    private static final Pattern USED =
            Pattern.compile("data-(?:text|label)=\"(\\w+)\"|(?<!/)texts(?:\\(\\))?\\.(\\w+)");
    private static final Pattern SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>\\s*\\S");

    @Test
    void shouldServeThePageAndEverythingItLinksTo() {
        // When
        var page = Call.get(PORTAL);

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).contains("<title>Công Vụ - API</title>", "lang=\"vi\"");
        var links = links(page.body());
        assertThat(links).hasSizeGreaterThanOrEqualTo(4);
        for (var link : links) {
            if (link.startsWith("#") || link.startsWith("/platform/v1/session/login?")) {
                // A place in the page, and the way to the identity provider.
                continue;
            }
            assertThat(link).startsWith("/platform/v1/");
            assertThat(Call.get(link).statusCode()).as(link).isEqualTo(200);
        }
    }

    @Test
    void shouldNameTheTypeOfEachFile() {
        // When Then
        assertType("/swagger-ui-bundle.js", "text/javascript; charset=utf-8");
        assertType("/portal.js", "text/javascript; charset=utf-8");
        assertType("/portal.css", "text/css; charset=utf-8");
        assertType("/changelog.json", "application/json");
        assertType("/swagger-ui.css", "text/css; charset=utf-8");
        assertType("/favicon-32x32.png", "image/png");
        assertType("/oauth2-redirect.html", "text/html; charset=utf-8");
        assertType("/oauth2-redirect.js", "text/javascript; charset=utf-8");
    }

    @Test
    void shouldAllowNoScriptButItsOwnFiles() {
        // When
        var policy =
                Call.get(PORTAL).headers().firstValue("Content-Security-Policy").orElseThrow();

        // Then
        var issuer = System.getProperty(Issuer.URL).replaceAll("/realms/.*", "");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self' " + issuer + ";")
                .contains("base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "*", "script-src 'self' 'unsafe-inline'");
        assertThat(Pattern.compile("https?://[^ ;]+").matcher(policy).results().map(MatchResult::group))
                .as("hosts in the policy")
                .containsExactly(issuer);
    }

    @Test
    void shouldHoldNothingInlineAndNoOtherHost() {
        // When Then
        for (var file : List.of("", "/oauth2-redirect.html")) {
            var text = Call.get(PORTAL + file).body();
            assertThat(SCRIPT.matcher(text).find()).as("script inside " + file).isFalse();
            assertThat(text)
                    .doesNotContainPattern("\\son[a-z]+=\"")
                    .doesNotContain("javascript:", "http://", "https://");
        }
        for (var file : List.of("/texts.js", "/pages.js", "/portal.css")) {
            assertThat(Call.get(PORTAL + file).body())
                    .doesNotContain("http://", "https://", "innerHTML", "insertAdjacentHTML", "eval(");
        }
        assertThat(Call.get(PORTAL + "/portal.js").body())
                .doesNotContain("http://", "https://", "innerHTML")
                .contains("/platform/v1/openapi", "usePkceWithAuthorizationCodeGrant: true")
                .doesNotContainIgnoringCase("secret");
    }

    @Test
    void shouldSpeakBothLanguagesWithTheSameWords() {
        // When
        var texts = Call.get(PORTAL + "/texts.js").body();

        // Then
        var english = texts.indexOf("  en: {");
        assertThat(words(texts.substring(0, english))).isEqualTo(words(texts.substring(english)));
        for (var file : List.of("", "/portal.js", "/pages.js")) {
            assertThat(USED.matcher(Call.get(PORTAL + file).body())
                            .results()
                            .map(found -> found.group(1) == null ? found.group(2) : found.group(1)))
                    .as("words used in " + file)
                    .isSubsetOf(words(texts));
        }
    }

    @Test
    void shouldNameEveryPlaceForThoseWhoDoNotSee() {
        // When
        var page = Call.get(PORTAL).body();

        // Then
        assertThat(page)
                .contains("<main id=\"main\"", "<nav aria-label=", "class=\"skip\" href=\"#main\"")
                .contains("name=\"viewport\" content=\"width=device-width, initial-scale=1\"")
                .contains("/platform/v1/session/login?returnTo=" + PORTAL);
    }

    @Test
    void shouldLeadFromTheRootToThePage() {
        // When
        var answer = Call.get("/");

        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(PORTAL);
    }

    @Test
    void shouldServeNoOtherFileOfTheLibraryOrTheClassPath() {
        // When Then
        for (var file :
                List.of("/index.html", "/swagger-initializer.js", "/application.properties", "/swagger-ui.css.map")) {
            Call.assertRefused(Call.get(PORTAL + file), 404, "gateway.no-route");
        }
    }

    private static java.util.Set<String> words(String texts) {
        return new java.util.TreeSet<>(
                WORD.matcher(texts).results().map(found -> found.group(1)).toList());
    }

    private static void assertType(String file, String type) {
        var answer = Call.get(PORTAL + file);
        assertThat(answer.statusCode()).as(file).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).as(file).containsExactly(type);
        assertThat(answer.body()).as(file).isNotEmpty();
    }

    private static List<String> links(String page) {
        return LINK.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
