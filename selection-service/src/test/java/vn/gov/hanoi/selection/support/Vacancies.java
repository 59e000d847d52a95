package vn.gov.hanoi.selection.support;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Vacancies over HTTP. */
public final class Vacancies {
    public static final String PATH = "/selection/v1/vacancies";

    private Vacancies() {}

    /** A request that nothing speaks against. */
    public static Map<String, Object> request(UUID unitId, String title) {
        var decision = new LinkedHashMap<String, Object>();
        decision.put("number", "112/QĐ-SNV");
        decision.put("signedOn", "2020-03-02");
        decision.put("issuer", "Sở Nội vụ");
        var request = new LinkedHashMap<String, Object>();
        request.put("unitId", unitId);
        request.put("postTitle", title);
        request.put("positions", 1);
        request.put("minimumCandidates", 2);
        request.put("legalBasis", "2424/BNV-CCVC, 09/05/2017");
        request.put("decision", decision);
        return request;
    }

    /** An announcement on the day, with 30 days for dossiers. */
    public static Map<String, Object> announcement(LocalDate day) {
        var data = new LinkedHashMap<String, Object>();
        data.put("announcedOn", day.toString());
        data.put("dossiersFrom", day.toString());
        data.put("dossiersTo", day.plusDays(30).toString());
        data.put("media", List.of("MASS_MEDIA", "WEB_SITE", "NOTICE_BOARD"));
        return new LinkedHashMap<>(Map.of("data", data));
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** A draft; fails if it is refused. */
    public static Json draft(String token, UUID unitId, String title) {
        return post(token, request(unitId, title))
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
    }

    public static Json get(String token, String id) {
        return Api.as(token)
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    public static Response publish(String token, String id, String etag, Object body) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", etag)
                .body(body)
                .post(PATH + "/" + id + "/actions/publish");
    }

    /** An announced vacancy; fails if it is refused. */
    public static Json announced(String token, UUID unitId, String title, LocalDate day) {
        var draft = draft(token, unitId, title);
        return publish(token, draft.getString("id"), draft.getString("etag"), announcement(day))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }
}
