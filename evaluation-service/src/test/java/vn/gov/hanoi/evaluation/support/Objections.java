package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Objections over HTTP. */
public final class Objections {
    public static final String PATH = "/evaluation/v1/objections";
    public static final String GROUNDS = "Đã nộp báo cáo tháng 7 đúng hạn,\nphiếu ghi là chưa nộp.";

    private Objections() {}

    public static Map<String, @Nullable Object> request(Json sheet) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("evaluationId", sheet.getString("id"));
        request.put("grounds", GROUNDS);
        request.put("evidence", List.of("Công văn 12/BC ngày 28/7"));
        return request;
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** The objection as it was answered; fails if it is refused. */
    public static Json received(String token, Json sheet) {
        return post(token, request(sheet)).then().statusCode(201).extract().as(Json.class);
    }

    public static Response get(String token, Json objection) {
        return Api.as(token).get(PATH + "/" + objection.getString("id"));
    }

    /** An act on the version at hand. */
    public static Response act(String token, Json objection, String verb, @Nullable Object body) {
        return act(token, objection, objection.getString("etag"), verb, body, "");
    }

    public static Response act(
            String token, Json objection, String etag, String verb, @Nullable Object body, String query) {
        var call = Api.as(token).header("Idempotency-Key", Api.key()).header("If-Match", etag);
        return (body == null ? call : call.body(body))
                .post(PATH + "/" + objection.getString("id") + "/actions/" + verb + query);
    }

    public static Map<String, Object> rejection() {
        return Map.of("reason", Evaluations.REASON, "data", Map.of("outcome", "REJECTED"));
    }

    /** Full marks instead of those at hand. */
    public static Map<String, Object> acceptance(Json view) {
        Map<String, Object> result = Map.of(
                "presenceDays",
                20,
                "work",
                Evaluations.work(view, "0"),
                "reasons",
                List.of(Map.of("criterion", "I.1", "text", "Báo cáo đã nộp đúng hạn")));
        return acceptance(result);
    }

    public static Map<String, Object> acceptance(Map<String, Object> result) {
        return Map.of(
                "reason",
                Evaluations.REASON,
                "decision",
                Evaluations.DECISION,
                "data",
                Map.of("outcome", "ACCEPTED", "result", result));
    }
}
