package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;

/** Cases of discipline over HTTP. */
public final class Disciplines {
    public static final String PATH = "/evaluation/v1/discipline-cases";
    public static final String SUMMARY = "Vắng mặt tại bộ phận một cửa,\nkhông có lý do.";

    private Disciplines() {}

    public static String officer(Units.Unit unit) {
        return token("discipline-officer", unit);
    }

    public static String authority(Units.Unit unit) {
        return token("discipline-authority", unit);
    }

    public static String token(String role, Units.Unit unit) {
        return Tokens.user(role + "-" + unit.code())
                .unit(unit.code())
                .roles(role)
                .token();
    }

    public static Map<String, @Nullable Object> request(Json officer, LocalDate actOn, LocalDate discoveredOn) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("officerId", officer.getString("id"));
        request.put("actOn", actOn.toString());
        request.put("discoveredOn", discoveredOn.toString());
        request.put("openedOn", discoveredOn.toString());
        request.put("inDuty", true);
        request.put("summary", SUMMARY);
        request.put("basis", List.of("findings/019f1b30"));
        return request;
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** A case about an act ten days before it was found; fails if it is refused. */
    public static Json opened(String token, Json officer, LocalDate discoveredOn) {
        return post(token, request(officer, discoveredOn.minusDays(10), discoveredOn))
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
    }

    public static Response get(String token, Json found) {
        return Api.as(token).get(PATH + "/" + found.getString("id"));
    }

    /** An act on the present version. */
    public static Response act(String token, Json found, String verb, Object body) {
        return act(token, found, verb, body, "");
    }

    public static Response act(String token, Json found, String verb, Object body, String query) {
        var version =
                Database.count("select row_version from discipline_cases where id = ?::uuid", found.getString("id"));
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"%d\"".formatted(version))
                .body(body)
                .post(PATH + "/" + found.getString("id") + "/actions/" + verb + query);
    }

    public static Json done(Response answer) {
        return answer.then().statusCode(200).extract().as(Json.class);
    }

    public static Map<String, Object> proposal(String form, LocalDate on) {
        return Map.of("data", proposed(form, on));
    }

    /** With a council that met on the day. */
    public static Map<String, Object> council(String form, LocalDate on) {
        var data = proposed(form, on);
        data.put("council", Map.of("heldOn", on.toString(), "minutes", "Biên bản 3/HĐKL"));
        return Map.of("data", data);
    }

    private static Map<String, Object> proposed(String form, LocalDate on) {
        return new LinkedHashMap<>(
                Map.of("form", form, "severity", "LESS_SERIOUS", "complex", false, "proposedOn", on.toString()));
    }

    public static Map<String, Object> decision(String form, LocalDate signedOn, LocalDate effectiveOn) {
        return Map.of(
                "decision",
                document("9/QĐ-KL", signedOn),
                "data",
                Map.of("form", form, "effectiveOn", effectiveOn.toString()));
    }

    public static Map<String, Object> correction(String form, LocalDate signedOn, LocalDate effectiveOn) {
        var body = new LinkedHashMap<>(decision(form, signedOn, effectiveOn));
        body.put("reason", Officers.REASON);
        return body;
    }

    public static Map<String, Object> acquittal(LocalDate signedOn) {
        return Map.of("reason", Officers.REASON, "decision", document("88/QĐ-KP", signedOn));
    }

    public static Map<String, Object> suspension(LocalDate from) {
        return Map.of(
                "data", Map.of("ground", "SERIOUS_ILLNESS", "from", from.toString(), "document", "Giấy ra viện số 4"));
    }

    public static Map<String, Object> closing() {
        return Map.of("reason", Officers.REASON);
    }

    public static Map<String, Object> document(String number, LocalDate signedOn) {
        return Map.of("number", number, "signedOn", signedOn.toString(), "issuer", "Sở Nội vụ");
    }

    /** A sanction from the detection to the decision, which was signed ten days after it; fails if anything is refused. */
    public static Json sanctioned(
            Units.Unit unit, Json officer, String form, LocalDate signedOn, LocalDate effectiveOn) {
        var found = opened(officer(unit), officer, signedOn.minusDays(10));
        done(act(officer(unit), found, "propose", council(form, signedOn.minusDays(2))));
        return done(act(authority(unit), found, "decide", decision(form, signedOn, effectiveOn)));
    }

    public static Json sanctions(String token, Json officer, LocalDate asOf) {
        return read(token, officer, asOf).then().statusCode(200).extract().as(Json.class);
    }

    public static Response read(String token, Json officer, LocalDate asOf) {
        return Api.as(token)
                .queryParam("asOf", asOf.toString())
                .get(Officers.PATH + "/" + officer.getString("id") + "/sanctions");
    }
}
