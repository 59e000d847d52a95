package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Groups of units with similar tasks, over HTTP. */
public final class Groups {
    public static final String PATH = "/evaluation/v1/similar-task-groups";

    private Groups() {}

    /** Somebody of the whole City. */
    public static String keeper() {
        return Evaluations.token("keeper", Units.city(), "evaluation-keeper");
    }

    /** In force on days on which no test tells a month. */
    public static Map<String, Object> request(Units.Unit... units) {
        return request("2090-01-01", Stream.of(units).map(Units.Unit::id).toList());
    }

    public static Map<String, Object> request(String from, List<UUID> units) {
        var request = new LinkedHashMap<String, Object>();
        request.put("name", "Trung tâm văn hóa các phường");
        request.put("unitIds", units);
        request.put("validFrom", from);
        request.put("decision", Evaluations.DECISION);
        return request;
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** The group as it was answered; fails if it is refused. */
    public static Json created(Object request) {
        return post(keeper(), request).then().statusCode(201).extract().as(Json.class);
    }

    public static Response close(String token, Json group, String etag, String day) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", etag)
                .body(Map.of("reason", Evaluations.REASON, "effectiveOn", day))
                .post(PATH + "/" + group.getString("id") + "/actions/close");
    }
}
