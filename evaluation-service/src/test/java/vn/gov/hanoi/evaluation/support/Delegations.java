package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Heads, delegations and questions about authority over HTTP. */
public final class Delegations {
    public static final String PATH = "/evaluation/v1/delegations";
    public static final String EXPLAIN = "/evaluation/v1/access/explain";

    private Delegations() {}

    /** A new officer who is head of the unit from a day on; fails if refused. */
    public static Json head(String token, Units.Unit unit, String fullName, String from) {
        var request = Officers.request(Officers.code(), fullName, unit.id());
        var post = Officers.post(request);
        post.put("position", "HEAD");
        post.put("title", "Trưởng phòng");
        post.put("leader", true);
        post.put("validFrom", from);
        return Officers.created(token, request);
    }

    /** A request that nothing speaks against if the giver is head of the unit in 2026. */
    public static Map<String, @Nullable Object> request(Json from, Json to, Units.Unit unit) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("fromOfficerId", from.getString("id"));
        request.put("toOfficerId", to.getString("id"));
        request.put("unitId", unit.id());
        request.put("actions", List.of("SCORE", "DECIDE"));
        request.put("mayRedelegate", false);
        request.put("validFrom", "2026-01-01");
        request.put("validTo", "2026-12-31");
        request.put("decision", Officers.DECISION);
        return request;
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** The delegation as it was answered; fails if refused. */
    public static Json created(String token, Object request) {
        return post(token, request).then().statusCode(201).extract().as(Json.class);
    }

    public static Response revoke(String token, Json delegation, String day) {
        return Officers.act(
                token,
                PATH + "/" + delegation.getString("id") + "/actions/revoke",
                delegation,
                Map.of("effectiveOn", day, "reason", Map.of("code", "ORDER_REVOKED", "text", "Thu hồi quyết định")));
    }

    /** Whether the officer may act for the unit on a day. */
    public static Response explain(String token, Json officer, Units.Unit unit, String action, String day) {
        return explain(
                token,
                Map.of("officerId", officer.getString("id"), "unitId", unit.id(), "action", action, "asOf", day));
    }

    public static Response explain(String token, Map<String, ?> question) {
        return Api.as(token).body(question).post(EXPLAIN);
    }
}
