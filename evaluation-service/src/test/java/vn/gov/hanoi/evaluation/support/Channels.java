package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Lines of advice and what is advised along them, over HTTP. */
public final class Channels {
    public static final String LINES = "/evaluation/v1/advisory-lines";
    public static final String DIRECTOR = "SPECIALISED_DEPARTMENT_DIRECTOR";

    private Channels() {}

    public static Map<String, Object> request(Units.Unit adviser, Units.Unit advised) {
        var request = new LinkedHashMap<String, Object>();
        request.put("channel", DIRECTOR);
        request.put("adviserUnitId", adviser.id());
        request.put("advisedUnitId", advised.id());
        request.put("validFrom", "2020-01-01");
        request.put("decision", Evaluations.DECISION);
        return request;
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(LINES);
    }

    /** The line as it was answered; fails if it is refused. */
    public static Json line(String token, Units.Unit adviser, Units.Unit advised) {
        return post(token, request(adviser, advised))
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
    }

    public static Map<String, Object> closing(String day) {
        return Map.of("reason", Evaluations.REASON, "effectiveOn", day);
    }

    public static Map<String, Object> advice(String points) {
        return advice(DIRECTOR, points);
    }

    public static Map<String, Object> advice(String channel, String points) {
        return Map.of("data", Map.of("channel", channel, "points", new BigDecimal(points), "comment", "Đúng tiến độ"));
    }
}
