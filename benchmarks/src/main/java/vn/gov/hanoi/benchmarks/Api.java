package vn.gov.hanoi.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import vn.gov.hanoi.localstack.city.TokenSource;

/** One user's calls of one base address, over one connection that is kept. Any answer but the expected one ends the benchmark. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String BOUNDARY = "----congvu-bench-5b1f";
    /** Oftener than Retry-After of a running operation says, since the end is measured. */
    private static final long LOOK_MILLIS = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final TokenSource tokens;
    private final String user;

    public Api(URI base, TokenSource tokens, String user) {
        this.base = base;
        this.tokens = tokens;
        this.user = user;
    }

    public JsonNode get(String path) {
        return json(getText(path));
    }

    /** The body as it came, for those who measure and parse later. */
    public String getText(String path) {
        return send(request(path).GET(), 200).body();
    }

    public HttpResponse<String> postJson(String path, String json) {
        return send(posting(path, json), 201);
    }

    /** An act that needs no version and is done when the answer comes. */
    public JsonNode done(String path, String json) {
        return json(send(posting(path, json), 200).body());
    }

    /** An act on a version that needs no more words; its operation is the answer. */
    public JsonNode act(String path, String etag) {
        var request = request(path)
                .header("Idempotency-Key", key())
                .header("If-Match", etag)
                .POST(HttpRequest.BodyPublishers.noBody());
        return json(send(request, 202).body());
    }

    /** The version of a resource as it is now. */
    public String etag(String path) {
        return send(request(path).GET(), 200).headers().firstValue("ETag").orElseThrow();
    }

    /** An act on a version that is done when the answer comes. */
    public JsonNode actJson(String path, String etag, String json) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key())
                .header("If-Match", etag)
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return json(send(request, 200).body());
    }

    /** Many acts at once; the answer has a result for each. */
    public JsonNode bulk(String path, String json) {
        return json(send(posting(path, json), 207).body());
    }

    /** Sends a file of rows; the answer is the accepted operation. */
    public HttpResponse<String> upload(String kind, String mode, Path file) {
        var request = request("/evaluation/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Idempotency-Key", key())
                .POST(multipart(kind, mode, file));
        return send(request, 202);
    }

    private static HttpRequest.BodyPublisher multipart(String kind, String mode, Path file) {
        var head = String.join(
                "\r\n",
                "--" + BOUNDARY,
                "Content-Disposition: form-data; name=\"request\"",
                "Content-Type: application/json",
                "",
                "{\"kind\":\"" + kind + "\",\"mode\":\"" + mode + "\"}",
                "--" + BOUNDARY,
                "Content-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"",
                "Content-Type: text/csv; charset=UTF-8",
                "",
                "");
        try {
            return HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(head),
                    HttpRequest.BodyPublishers.ofFile(file),
                    HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until an operation has ended and returns it. */
    public JsonNode follow(String operationId, Consumer<JsonNode> progress) {
        while (true) {
            var operation = get("/evaluation/v1/operations/" + operationId);
            progress.accept(operation);
            switch (operation.path("state").asText()) {
                case "SUCCEEDED", "PARTIAL", "FAILED", "CANCELLED" -> {
                    return operation;
                }
                default -> rest();
            }
        }
    }

    public static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + body, e);
        }
    }

    private static String key() {
        return "\"" + UUID.randomUUID() + "\"";
    }

    private HttpRequest.Builder posting(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key())
                .POST(HttpRequest.BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(LIMIT)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + tokens.token(user));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Integer... expected) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (!List.of(expected).contains(answer.statusCode())) {
                throw new IllegalStateException(
                        answer.request().uri() + ": status " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
