package vn.gov.hanoi.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Calls of one base address. */
final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;

    Http(URI base) {
        this.base = base;
    }

    record Answer(int status, String body, HttpResponse<String> raw) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + body, e);
            }
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path, String token) {
        return send(request(path, token).GET().build());
    }

    /** With headers, given as name, value, name, value. */
    Answer get(String path, String token, String... headers) {
        return send(with(request(path, token), headers).GET().build());
    }

    /** The same for an answer that is no text. */
    byte[] bytes(String path, String token, String... headers) {
        try {
            return CLIENT.send(
                            with(request(path, token), headers).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    Answer getAs(String path, String token, String accept) {
        return send(request(path, token).setHeader("Accept", accept).GET().build());
    }

    Answer anonymous(String path) {
        return send(
                HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT).GET().build());
    }

    Answer post(String path, String token, String json) {
        return post(path, token, json, UUID.randomUUID());
    }

    Answer post(String path, String token, String json, UUID key) {
        return post(path, token, "application/json", json, key);
    }

    Answer postYaml(String path, String token, String yaml) {
        return post(path, token, "application/yaml", yaml, UUID.randomUUID());
    }

    private Answer post(String path, String token, String type, String body, UUID key) {
        return send(request(path, token)
                .header("Idempotency-Key", "\"" + key + "\"")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** As a caller who has a trace already. */
    Answer postTraced(String path, String token, String json, String traceparent) {
        return send(request(path, token)
                .header("traceparent", traceparent)
                .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** An act on a version of a record; without a body if json is empty. */
    Answer act(String path, String token, String etag, String json) {
        return send(request(path, token)
                .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .header("If-Match", etag)
                .header("Content-Type", "application/json")
                .POST(json.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Puts something in the place of a version of a record. */
    Answer put(String path, String token, String etag, String json) {
        return put(path, token, etag, "application/json", HttpRequest.BodyPublishers.ofString(json));
    }

    /** The same with a file in a form. */
    Answer upload(String path, String token, String etag, String fileName, byte[] file) {
        var boundary = "file-" + UUID.randomUUID();
        var head = """
                --%s\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: application/pdf\r
                \r
                """.formatted(boundary, fileName);
        return put(
                path,
                token,
                etag,
                "multipart/form-data; boundary=" + boundary,
                HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofByteArray(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
    }

    private Answer put(String path, String token, String etag, String type, HttpRequest.BodyPublisher body) {
        return send(request(path, token)
                .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .header("If-Match", etag)
                .header("Content-Type", type)
                .PUT(body)
                .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(LIMIT)
                .setHeader("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
