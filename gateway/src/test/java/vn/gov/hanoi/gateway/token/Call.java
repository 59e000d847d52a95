package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Requests to the gateway, and a look at what came out on its other side. */
final class Call {
    /** An address that needs a token. */
    static final String GUARDED = "/evaluation/v1/units";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Call() {}

    static HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    static HttpResponse<String> withToken(String token) {
        return get(GUARDED, "Authorization", "Bearer " + token);
    }

    static HttpResponse<String> send(String method, String path, String... headers) {
        return send(URI.create("http://localhost:" + port() + path), method, headers);
    }

    static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class) == 0
                ? ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class)
                : ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    /** What reached the services, or the attacker, since the last look. */
    static JsonNode seen() {
        return stage("/stage/seen");
    }

    static JsonNode stage(String path) {
        return json(send(URI.create(System.getProperty(Stage.URL) + path), "GET"));
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(json(answer).path("code").asText()).isEqualTo(code);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(json(answer).path("source").asText()).isEqualTo("gateway");
        assertThat(json(answer).path("traceId").asText())
                .isEqualTo(answer.headers().firstValue("Trace-Id").orElseThrow());
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(seen()).as("what got past the gateway").isEmpty();
    }

    /** 401 as a problem that tells how to log in, and nobody behind the gateway heard of it. */
    static void assertUnauthenticated(HttpResponse<String> answer) {
        assertRefused(answer, 401, "auth.unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
        assertThat(answer.body()).doesNotContainIgnoringCase("jose", "exception", "signature of");
    }

    /** A form, as issuers send it. */
    static HttpResponse<String> form(String path, String body) {
        return send(
                URI.create("http://localhost:" + port() + path),
                "POST",
                HttpRequest.BodyPublishers.ofString(body),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    static HttpResponse<String> send(URI address, String method, String... headers) {
        return send(address, method, HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** For answers that are no text. */
    static HttpResponse<byte[]> bytes(String path, String... headers) {
        return send(
                URI.create("http://localhost:" + port() + path),
                "GET",
                HttpRequest.BodyPublishers.noBody(),
                BodyHandlers.ofByteArray(),
                headers);
    }

    private static HttpResponse<String> send(
            URI address, String method, HttpRequest.BodyPublisher body, String... headers) {
        return send(address, method, body, BodyHandlers.ofString(), headers);
    }

    private static <T> HttpResponse<T> send(
            URI address,
            String method,
            HttpRequest.BodyPublisher body,
            HttpResponse.BodyHandler<T> handler,
            String... headers) {
        var request = HttpRequest.newBuilder(address).method(method, body).timeout(Duration.ofSeconds(30));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
