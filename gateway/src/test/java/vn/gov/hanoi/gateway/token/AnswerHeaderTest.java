package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers and caches are told about answers of the gateway itself and about answers that it hands through. */
@QuarkusTest
@WithStage
class AnswerHeaderTest {
    private static final String CARELESS = "/selection/v1/public/careless";

    /** What the page of a service may say about itself. */
    static final String STYLED = "default-src 'none'; style-src 'sha256-" + "A".repeat(43)
            + "='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nowhere",
                "/evaluation/v1/units",
                "/evaluation//v1",
                "/evaluation/v1/units?access_token=x",
                "/selection/v1/public/vacancies",
                "/selection/v1/public/missing",
                CARELESS,
                "/training/v1/public/styled",
                "/platform/v1/openapi",
                "/platform/v1/portal",
                "/platform/v1/portal/swagger-ui.css",
                "/platform/v1/client",
                "/platform/v1/nothing"
            })
    void A44_everyAnswerProtectsBrowsers(String path) {
        // When Then
        for (var method : List.of("GET", "HEAD", "POST", "OPTIONS")) {
            assertProtected(method + " " + path, Call.send(method, path));
        }
    }

    @Test
    void A44_serviceCannotWeakenTheProtection() {
        // When
        var answer = Call.get(CARELESS);

        // Then
        assertProtected(CARELESS, answer);
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void A44_aPageMayHaveOneStyleOfItsOwn() {
        // When
        var styled = Call.get("/training/v1/public/styled");

        // Then
        assertThat(styled.headers().firstValue("Content-Security-Policy")).contains(STYLED);
        assertThat(Call.get(CARELESS).headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void A39_nobodyKeepsWhatAServiceAnswers() {
        // Given
        Call.seen();
        var token = "Bearer " + Token.usual().signed();

        // When
        var careless = Call.get(CARELESS);
        var first = Call.get(Call.GUARDED, "Authorization", token);
        var second = Call.get(Call.GUARDED, "Authorization", token);

        // Then
        for (var answer : List.of(careless, first, second)) {
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().firstValue("Age")).isEmpty();
        }
        assertThat(Call.seen()).as("each request asks the service").hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://congvu.hanoi.gov.vn",
                "https://congvu.hanoi.gov.vn.example.org",
                "https://example-congvu.hanoi.gov.vn",
                "https://congvu.hanoi.gov.vn@example.org",
                "http://congvu.hanoi.gov.vn",
                "file://",
                "*",
                "https://example.org",
                "http://localhost"
            })
    void A41_noOriginIsAllowed(String origin) {
        // When
        var answers = List.of(
                Call.get(CARELESS, "Origin", origin),
                Call.get(Call.GUARDED, "Origin", origin),
                Call.get(Call.GUARDED, "Origin", origin, "Cookie", "__Host-congvu-session=x"),
                Call.get("/platform/v1/openapi", "Origin", origin),
                Call.send(
                        "OPTIONS",
                        Call.GUARDED,
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization"));

        // Then
        for (var answer : answers) {
            assertThat(answer.headers().map().keySet())
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        }
        assertThat(answers.getLast().statusCode()).isEqualTo(405);
    }

    private static void assertProtected(String what, HttpResponse<String> answer) {
        var headers = answer.headers();
        assertThat(headers.allValues("X-Content-Type-Options")).as(what).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).as(what).containsExactly("DENY");
        assertThat(headers.allValues("Referrer-Policy")).as(what).containsExactly("no-referrer");
        assertThat(headers.allValues("Strict-Transport-Security"))
                .as(what)
                .containsExactly("max-age=31536000; includeSubDomains");
        assertThat(headers.allValues("Content-Security-Policy")).as(what).hasSize(1);
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .as(what)
                .startsWith("default-src 'none'; ")
                .contains("frame-ancestors 'none'");
        assertThat(headers.allValues("Cache-Control")).as(what).hasSize(1);
        assertThat(headers.allValues("Trace-Id")).as(what).hasSize(1);
    }
}
