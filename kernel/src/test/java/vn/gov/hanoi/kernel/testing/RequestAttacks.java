package vn.gov.hanoi.kernel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile requests sent to a service itself, past the gateway: paths with two readings, heads and bodies beyond their limits, other
 * protocols, pages of others. Each service has a test that extends this one.
 */
public abstract class RequestAttacks {
    private static final int MEGABYTE = 1 << 20;

    private final String service = ConfigProvider.getConfig().getValue("congvu.service", String.class);
    private final String guarded = "/" + service + "/v1/ops/dead-letters";
    private final String action = guarded + "/00000000-0000-7000-8000-000000000000/actions/discard";
    private final String token = ForgedToken.ofTestIssuer().signed();
    private final String head = "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token + "\r\n";

    /** Whatever a path is read as, nobody comes to a guarded operation without its role. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/{s}/v1/public/../ops/dead-letters",
                "/{s}/v1/public/%2e%2e/ops/dead-letters",
                "/{s}/v1/public;/../ops/dead-letters",
                "/{s}/v1/public%2f..%2fops/dead-letters",
                "//{s}/v1/ops/dead-letters",
                "/{s}//v1/ops/dead-letters",
                "/{s}/./v1/ops/dead-letters",
                "/{s}/v1/ops/dead-letters/",
                "/{s}/v1/ops;x=1/dead-letters",
                "/{s}/v1/ops/dead-letters;x=1",
                "/{s}/v1/ops%3b/dead-letters",
                "/{s}/v1/ops%253b/dead-letters",
                "/{s}/v1/ops/dead%2dletters",
                "/{s}/v1/ops/dead-letters%00",
                "/{s}/v1/ops/dead-letters%20",
                "/{s}/v1/%c0%ae%c0%ae/ops/dead-letters",
                "/{s}/v1/ops/dead-letters%",
                "/{s}/v1/Ops/Dead-Letters",
                "/{s}/v1/ops/dead-letters#x",
                "http://localhost/{s}/v1/ops/dead-letters",
                "/q/../{s}/v1/ops/dead-letters",
            })
    void A29_pathTricks(String pattern) {
        // Given
        var target = pattern.replace("{s}", service);
        var without = ForgedToken.ofTestIssuer().roles("nothing").signed();

        // When
        var anonymous = RawExchange.answer("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        var roleless = RawExchange.answer("GET " + target
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + without + "\r\n\r\n");

        // Then
        assertThat(anonymous).matches("(?s)HTTP/1\\.[01] (400|401|404) .*").doesNotContain("\"items\"");
        assertThat(roleless).matches("(?s)HTTP/1\\.[01] (400|403|404) .*").doesNotContain("\"items\"");
    }

    @Test
    void A35_longHeads() {
        // When
        var longTarget =
                RawExchange.answer("GET " + guarded + "?q=" + "x".repeat(65_536) + " HTTP/1.1\r\n" + head + "\r\n");
        var longHeader = RawExchange.answer(get("X-Note: " + "x".repeat(65_536) + "\r\n"));
        var manyHeaders = RawExchange.answer(get(("X-Note: " + "x".repeat(100) + "\r\n").repeat(200)));

        // Then
        assertThat(longTarget).startsWith("HTTP/1.0 414");
        assertThat(longHeader).startsWith("HTTP/1.1 431");
        assertThat(manyHeaders).startsWith("HTTP/1.1 431");
    }

    @Test
    void A35_largeBodies() {
        // Given
        var large = "{\"reason\":\"" + "x".repeat(MEGABYTE) + "\"}";
        var numbers = "[" + "1,".repeat(MEGABYTE) + "1]";

        // When
        var declared = RawExchange.answer(post("Content-Length: " + large.length(), large));
        var chunked = RawExchange.answer(post("Transfer-Encoding: chunked", chunks(large)));
        var manyNumbers = RawExchange.answer(post("Content-Length: " + numbers.length(), numbers));

        // Then
        assertThat(declared).startsWith("HTTP/1.1 413").contains("request.too-large");
        assertThat(chunked).startsWith("HTTP/1.1 413").contains("request.too-large");
        assertThat(manyNumbers).containsPattern("^HTTP/1.1 4(00|13)");
    }

    @Test
    void A35_A47_hostileJson() {
        var reason = "{\"reason\":%s}";
        for (var body : List.of(
                reason.formatted("[".repeat(10_000) + "]".repeat(10_000)),
                "[".repeat(100_000),
                reason.formatted("9".repeat(100_000)),
                reason.formatted("1e999999999"),
                "[" + "1,".repeat(400_000) + "1]",
                "{\"reason\":\"a\",\"reason\":\"b\"}",
                reason.formatted("NaN"),
                reason.formatted("-Infinity"),
                reason.formatted("\"a\"") + "{}",
                "\u0000",
                "")) {
            assertThat(RawExchange.answer(post("Content-Length: " + body.length(), body)))
                    .as(body.substring(0, Math.min(60, body.length())))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .doesNotContainIgnoringCase("jackson", "exception");
        }
    }

    @Test
    void A35_packedBodiesAreNotUnpacked() throws IOException {
        // Given
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(("{\"reason\":\"" + "x".repeat(32 * MEGABYTE) + "\"}").getBytes(StandardCharsets.US_ASCII));
        }
        var body = packed.toString(StandardCharsets.ISO_8859_1);

        // When
        var answer = RawExchange.answer(post("Content-Encoding: gzip\r\nContent-Length: " + packed.size(), body));

        // Then
        assertThat(answer).containsPattern("^HTTP/1.1 4(00|15)");
    }

    @Test
    void A37_noHttp2() throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            // When
            var upgraded = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + guarded))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var known = RawExchange.answer("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");

            // Then
            assertThat(upgraded.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(known).as("words, not frames").matches("(?s)|HTTP/[12]\\.[01] 4.*");
        }
    }

    @Test
    void A39_A41_nobodyKeepsAnswersAndNoOtherPageReadsThem() {
        for (var origin : List.of("null", "https://example.org", "https://congvu.example", "http://localhost")) {
            for (var target : List.of(guarded, guarded + "/x", "/" + service + "/v1/openapi")) {
                var answer =
                        RawExchange.answer("GET " + target + " HTTP/1.1\r\nOrigin: " + origin + "\r\n" + head + "\r\n");
                assertThat(answer).doesNotContainIgnoringCase("access-control-");
                assertThat(answer.split("\r\n\r\n", 2)[0])
                        .as(target)
                        .containsPattern(target.endsWith("openapi") ? "(?i)" : "(?i)cache-control: no-store");
            }
            var asked = RawExchange.answer("OPTIONS " + guarded + " HTTP/1.1\r\nOrigin: " + origin
                    + "\r\nAccess-Control-Request-Method: POST\r\n" + head + "\r\n");
            assertThat(asked).doesNotContainIgnoringCase("access-control-");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/health", "/health/live", "/metrics", "/openapi", "/swagger-ui", "/dev-ui", "/info"})
    void A40_managementFromOutside(String below) {
        // When
        var answer = RawExchange.answer("GET /q" + below + " HTTP/1.1\r\n" + head + "\r\n");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 404").doesNotContain("UP", "jvm_", "openapi:");
    }

    private String get(String lines) {
        return "GET " + guarded + " HTTP/1.1\r\n" + head + lines + "\r\n";
    }

    private String post(String framing, String body) {
        return "POST " + action + " HTTP/1.1\r\n" + head
                + "Content-Type: application/json\r\nIdempotency-Key: \"0123456789abcdef\"\r\n" + framing + "\r\n\r\n"
                + body;
    }

    private static String chunks(String body) {
        var text = new StringBuilder();
        for (int at = 0; at < body.length(); at += 0x4000) {
            var part = body.substring(at, Math.min(body.length(), at + 0x4000));
            text.append(Integer.toHexString(part.length()))
                    .append("\r\n")
                    .append(part)
                    .append("\r\n");
        }
        return text + "0\r\n\r\n";
    }
}
