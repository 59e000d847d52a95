package vn.gov.hanoi.evaluation.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Exports over HTTP. */
public final class Exports {
    public static final String PATH = "/evaluation/v1/exports";

    private Exports() {}

    /** A request that nothing speaks against. */
    public static Map<String, @Nullable Object> request(String resource, String format) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("resource", resource);
        request.put("format", format);
        request.put("purpose", "Báo cáo biên chế quý III");
        return request;
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** The manifest of an export that has succeeded. */
    public static Json done(String token, Object request) {
        return followed(token, post(token, request), "SUCCEEDED");
    }

    /** The manifest of an export that has come to its end. */
    public static Json followed(String token, Response accepted, String state) {
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        var location = accepted.header("Location");
        Awaitility.await("end of " + location)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Api.json(Api.as(token).get(location)).hasNonNull("finishedAt"));
        var manifest = Api.as(token).get(accepted.as(Json.class).getString("resultHref"));
        assertThat(manifest.statusCode()).as(manifest.asString()).isEqualTo(200);
        assertThat(manifest.as(Json.class).getString("state")).isEqualTo(state);
        return manifest.as(Json.class);
    }

    /** The file by the link of the manifest. */
    public static Response file(String token, Json manifest) {
        return Api.as(token).urlEncodingEnabled(false).get(manifest.getString("file.href"));
    }
}
