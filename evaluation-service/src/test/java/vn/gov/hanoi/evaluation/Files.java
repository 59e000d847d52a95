package vn.gov.hanoi.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Sends files and follows their import to its end. */
public final class Files {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Files() {}

    public static Response upload(String token, String kind, String mode, String csv) {
        return upload(token, kind, mode, csv.getBytes(StandardCharsets.UTF_8), Api.key());
    }

    public static Response upload(String token, String kind, String mode, byte[] csv, String key) {
        var request = "{\"kind\":\"%s\",\"mode\":\"%s\"}".formatted(kind, mode);
        return Api.as(token)
                .contentType("multipart/form-data")
                .header("Idempotency-Key", key)
                .multiPart(new MultiPartSpecBuilder(request)
                        .controlName("request")
                        .mimeType("application/json")
                        .build())
                .multiPart(new MultiPartSpecBuilder(csv)
                        .controlName("file")
                        .fileName("rows.csv")
                        .mimeType("text/csv")
                        .build())
                .post("/evaluation/v1/imports");
    }

    /** Sends a file and waits for the end of its import. */
    public static Imported importing(String token, String kind, String mode, String csv) {
        return following(token, upload(token, kind, mode, csv));
    }

    public static Imported following(String token, Response accepted) {
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        var location = accepted.header("Location");
        Awaitility.await("end of " + location)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Api.json(Api.as(token).get(location)).hasNonNull("finishedAt"));
        var operation = Api.json(Api.as(token).get(location));
        return new Imported(
                token,
                operation.path("state").asText(),
                operation.path("resultHref").asText(),
                location);
    }

    /** An import that has ended. */
    public record Imported(String token, String state, String href, String operation) {
        public Imported hasState(String expected) {
            assertThat(state).isEqualTo(expected);
            return this;
        }

        public Imported counts(int created, int unchanged, int failed) {
            var counts = Api.json(Api.as(token).get(href)).path("counts");
            assertThat(List.of(
                            counts.path("created").asInt(),
                            counts.path("updated").asInt(),
                            counts.path("unchanged").asInt(),
                            counts.path("failed").asInt()))
                    .containsExactly(created, 0, unchanged, failed);
            return this;
        }

        /** @param errors each as index, cell and code */
        public Imported failsOnlyAt(String... errors) {
            assertThat(errors()).containsExactly(errors);
            return this;
        }

        public List<String> errors() {
            var items =
                    Api.as(token).get(href + "/rows?status=FAILED&limit=500").as(Json.class);
            return items.<java.util.Map<String, Object>>getList("items").stream()
                    .map(item -> item.get("index") + " " + item.get("cell") + " " + item.get("code"))
                    .toList();
        }
    }
}
