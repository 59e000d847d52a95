package vn.gov.hanoi.gateway.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.gateway.support.Origin;
import vn.gov.hanoi.gateway.support.RawClient;
import vn.gov.hanoi.gateway.support.Requests;
import vn.gov.hanoi.gateway.support.WithFront;

@QuarkusTest
@WithFront
class PathTrickTest {
    private static final List<String> SERVICES = List.of("evaluation", "training", "selection");

    @BeforeEach
    void forget() {
        SERVICES.forEach(service -> Origin.of(service).fresh());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/evaluation/v1/../../training/v1/courses",
                "/evaluation/v1/public/../imports",
                "/evaluation/v1/public/..",
                "//evaluation/v1/units",
                "//training.example/evaluation/v1/units",
                "/evaluation//v1/units",
                "/evaluation/v1/units/",
                "/evaluation/./v1/units",
                "/evaluation/v1/public/%2e%2e/imports",
                "/evaluation/v1/public/.%2E/imports",
                "/evaluation/v1/public%2f..%2fimports",
                "/evaluation/v1/public%5c..%5cimports",
                "/evaluation;x=1/v1/units",
                "/evaluation/v1/public;/../imports",
                "/evaluation/v1/public%3b/imports",
                "/evaluation/v1/public%253b/imports",
                "/evaluation/v1/public/%252e%252e/imports",
                "/evaluation/v1/units%00.json",
                "/evaluation/v1/units%0d%0aX-User:%20admin",
                "/evaluation/v1/%c0%ae%c0%ae/imports",
                "/evaluation/v1/%e0%80%ae/imports",
                "/evaluation/v1/%ff",
                "/evaluation/v1/units.",
                "/evaluation/v1/units%20",
                "/evaluation/v1/un%69ts",
                "/%65valuation/v1/units",
                "/evaluation/v1/units%3fadmin=1",
                "/evaluation/v1/units%23",
                "/evaluation/v1/units#top",
                "/evaluation/v1/units?q=%0d%0aX-User:admin",
                "/evaluation/v1/units?q=%00",
                "http://training.example/evaluation/v1/units",
                "http://congvu.hanoi.gov.vn/evaluation/v1/units",
                "https:/evaluation/v1/units",
                "evaluation/v1/units",
                "*",
            })
    void A29_pathTricks(String target) {
        // When
        var reply = RawClient.exchange(Requests.get(target));

        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("\"code\":\"gateway.path-not-canonical\"", "\"source\":\"gateway\"");
        assertNothingForwarded();
    }

    /** The server refuses what is no URI at all by itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/evaluation/v1/public\\..\\imports",
                "/evaluation/v1/units%",
                "/evaluation/v1/units%4",
                "/evaluation/v1/<x>"
            })
    void A29_noUri(String target) {
        // When
        var reply = RawClient.exchange(Requests.get(target));

        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertNothingForwarded();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Evaluation/v1/units",
                "/EVALUATION/v1/public/units",
                "/evaluations/v1/units",
                "/evaluation-/v1/units",
                "/Platform/v1/openapi",
                "/platform/v1/Portal",
                "/platform/v1/portal/application.properties",
                "/platform",
                "/admin",
                "/v1/units",
                "/app",
                "/app/main.js",
                "/*",
            })
    void A29_shouldKnowNoRouteByAnotherSpelling(String target) {
        // When
        var reply = RawClient.exchange(Requests.get(target));

        // Then
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).contains("\"code\":\"gateway.no-route\"");
        assertNothingForwarded();
    }

    @Test
    void A29_shouldNotTakePublicInAnotherCaseForPublic() {
        // When Then
        for (var target :
                List.of("/evaluation/v1/Public/units", "/evaluation/V1/units/public", "/evaluation/v1/publics")) {
            var reply = RawClient.exchange("GET " + target + " HTTP/1.1\r\n" + Requests.HOST + "\r\n");
            assertThat(reply.status()).as(target).isEqualTo(401);
        }
        assertNothingForwarded();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/health",
                "/q/health/live",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/dev-ui",
                "/q/info",
                "/metrics",
                "/health",
                "/openapi",
                "/evaluation/../q/health",
                "/%71/health"
            })
    void A40_managementFromOutside(String target) {
        // When
        var reply = RawClient.exchange(Requests.get(target));

        // Then
        assertThat(reply.status()).isIn(400, 404);
        assertThat(reply.body()).contains("\"source\":\"gateway\"").doesNotContain("UP", "jvm_");
        assertNothingForwarded();
    }

    /** What is accepted goes on byte for byte, with its query. */
    @Test
    void A29_shouldForwardTheSameBytes() {
        // Given
        var random = new Random(29);
        var targets = random.ints(200, 0, Integer.MAX_VALUE)
                .mapToObj(seed -> target(new Random(seed)))
                .toList();

        // When
        try (var client = RawClient.connect()) {
            for (var target : targets) {
                assertThat(client.send(Requests.get(target)).read().status())
                        .as(target)
                        .isEqualTo(200);
            }
        }

        // Then
        assertThat(Origin.of("training").received())
                .extracting(request -> request.requestLine())
                .containsExactlyElementsOf(targets.stream()
                        .map(target -> "GET " + target + " HTTP/1.1")
                        .toList());
    }

    private static String target(Random random) {
        var pieces = List.of(
                "a",
                "Z",
                "-",
                "_",
                "~",
                "%C3%AA",
                "%e1%BA%a1",
                "$",
                "!",
                "'",
                "(",
                "*",
                "+",
                ",",
                "=",
                ":",
                "@",
                "/x",
                "%20y",
                ".1",
                "%7C",
                "%22");
        var target = new StringBuilder("/training/v1/");
        random.ints(6, 0, pieces.size())
                .forEach(at -> target.append(target.charAt(target.length() - 1) == '/' ? "s" : "")
                        .append(pieces.get(at)));
        var query = List.of("", "?", "?a=%2F..%2f;//./\\".replace("\\", ""), "?a[]=b&a=%E1%BA%BF&&=", "??/../");
        return target + query.get(random.nextInt(query.size()));
    }

    private static void assertNothingForwarded() {
        SERVICES.forEach(service -> assertThat(Origin.of(service).received()).isEmpty());
    }
}
