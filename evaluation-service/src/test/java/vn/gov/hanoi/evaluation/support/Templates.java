package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Templates of units over HTTP. */
public final class Templates {
    public static final String PATH = "/evaluation/v1/sheet-templates";

    private Templates() {}

    /** Criteria U.1, U.2 and so on of one group, with these maxima. */
    public static Map<String, Object> request(
            Units.Unit unit, String ruleSetId, boolean publish, String group, String... maxima) {
        var criteria = new ArrayList<Map<String, Object>>();
        for (var maximum : maxima) {
            criteria.add(criterion(group, "U." + (criteria.size() + 1), maximum));
        }
        var request = new LinkedHashMap<String, Object>();
        request.put("unitId", unit.id());
        request.put("ruleSetId", ruleSetId);
        request.put("sheetKind", "STAFF");
        request.put("criteria", criteria);
        request.put("deductions", List.of());
        request.put("decision", Evaluations.DECISION);
        request.put("publish", publish);
        return request;
    }

    public static Map<String, Object> criterion(String group, String code, String maximum) {
        return Map.of(
                "group",
                group,
                "code",
                code,
                "title",
                Map.of("vi", "Tiêu chí riêng " + code, "en", "Own criterion " + code),
                "maximum",
                new BigDecimal(maximum));
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** The template as it was answered; fails if it is refused. */
    public static Json created(String token, Object request) {
        return post(token, request).then().statusCode(201).extract().as(Json.class);
    }

    public static Response publish(String token, Json template, String etag) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", etag)
                .post(PATH + "/" + template.getString("id") + "/actions/publish");
    }
}
