package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Officers over HTTP. */
public final class Officers {
    public static final String PATH = "/evaluation/v1/officers";
    public static final String POSTS = "/evaluation/v1/assignments";
    public static final Map<String, String> REASON = Map.of("code", "RECORDED_WRONGLY", "text", "Ghi nhầm");
    public static final Map<String, String> DECISION =
            Map.of("number", "77/QĐ-UBND", "signedOn", "2019-12-01", "issuer", "UBND thành phố Hà Nội");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Officers() {}

    /** A code that no other test uses. */
    public static String code() {
        return "QT%06d".formatted(NUMBER.incrementAndGet());
    }

    /** A request that nothing speaks against. */
    public static Map<String, @Nullable Object> request(String code, String fullName, UUID unit) {
        var assignment = new LinkedHashMap<String, @Nullable Object>();
        assignment.put("unitId", unit);
        assignment.put("position", "STAFF");
        assignment.put("title", "Chuyên viên");
        assignment.put("leader", false);
        assignment.put("main", true);
        assignment.put("validFrom", "2019-05-01");
        assignment.put("decisionNumber", "112/QĐ-UBND");
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("officerCode", code);
        request.put("fullName", fullName);
        request.put("category", "CIVIL_SERVANT");
        request.put("birthDate", "1985-02-03");
        request.put("assignment", assignment);
        return request;
    }

    /** The post of a request, to be changed. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> post(Map<String, @Nullable Object> request) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(request.get("assignment"));
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** The officer as he or she was answered; fails if refused. */
    public static Json created(String token, Object request) {
        return post(token, request).then().statusCode(201).extract().as(Json.class);
    }

    /** A new officer of the unit; fails if refused. */
    public static Json officer(String token, Units.Unit unit, String fullName) {
        return created(token, request(code(), fullName, unit.id()));
    }

    /** A personal number that no other test uses: of a man born in 1985, as the officers of these requests are. */
    public static String number() {
        return "001085%06d".formatted(NUMBER.incrementAndGet());
    }

    public static Json read(String token, Json officer) {
        return Api.as(token)
                .get(PATH + "/" + officer.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** An action on the version at hand. */
    public static Response act(String token, String path, Json officer, Object body) {
        return act(token, path, officer.getString("etag"), body);
    }

    public static Response act(String token, String path, String etag, Object body) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", etag)
                .body(body)
                .post(path);
    }

    public static Response correct(String token, Json officer, Map<String, ?> data) {
        var body = Map.of("reason", REASON, "data", data);
        return act(token, PATH + "/" + officer.getString("id") + "/actions/correct", officer, body);
    }

    public static Response assign(String token, Json officer, Units.Unit unit, String day) {
        return act(token, PATH + "/" + officer.getString("id") + "/actions/assign", officer, assignment(unit, day));
    }

    /** A request that moves to a unit. */
    public static Map<String, @Nullable Object> assignment(Units.Unit unit, String day) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("effectiveOn", day);
        request.put("decision", DECISION);
        request.put(
                "data",
                new LinkedHashMap<>(Map.of(
                        "unitId", unit.id(),
                        "position", "STAFF",
                        "title", "Chuyên viên chính",
                        "leader", false,
                        "category", "CIVIL_SERVANT")));
        return request;
    }

    /** The officer after a move; fails if it is refused. */
    public static Json move(String token, Json officer, Units.Unit unit, String day) {
        return assign(token, officer, unit, day)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** The same into a post of another category. */
    @SuppressWarnings("unchecked")
    public static Json move(String token, Json officer, Units.Unit unit, String day, String category) {
        var request = assignment(unit, day);
        ((Map<String, @Nullable Object>) Objects.requireNonNull(request.get("data"))).put("category", category);
        return act(token, PATH + "/" + officer.getString("id") + "/actions/assign", officer, request)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** A post beside the main one, from 2020. */
    public static Response further(String token, Json officer, Units.Unit unit, String kind) {
        return further(token, furtherRequest(officer, unit, kind));
    }

    public static Response further(String token, Map<String, @Nullable Object> request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(POSTS);
    }

    public static Map<String, @Nullable Object> furtherRequest(Json officer, Units.Unit unit, String kind) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("officerId", officer.getString("id"));
        request.put("unitId", unit.id());
        request.put("position", "STAFF");
        request.put("title", "Chuyên viên");
        request.put("leader", false);
        request.put("kind", kind);
        request.put("category", "CIVIL_SERVANT");
        request.put("validFrom", "2020-01-01");
        request.put("decisionNumber", "7/QĐ-UBND");
        return request;
    }

    /** Ends a post of an officer as answered. */
    public static Response close(String token, Json officer, int post, String day) {
        var path = POSTS + "/" + officer.getString("assignments[" + post + "].id") + "/actions/close";
        return act(token, path, officer, Map.of("effectiveOn", day, "decision", DECISION));
    }

    /** Corrects a post of an officer as answered. */
    public static Response correctPost(
            String token, Json officer, int post, Map<String, ? extends @Nullable Object> changes) {
        var recorded = officer.<String, @Nullable Object>getMap("assignments[" + post + "]");
        var data = new LinkedHashMap<String, @Nullable Object>();
        for (var property : new String[] {"title", "position", "leader", "validFrom", "validTo", "decisionNumber"}) {
            data.put(property, recorded.get(property));
        }
        data.putAll(changes);
        var path = POSTS + "/" + recorded.get("id") + "/actions/correct";
        return act(token, path, officer, Map.of("reason", REASON, "data", data));
    }

    public static Response absence(String token, Json officer, String kind, String from, @Nullable String to) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("kind", kind);
        request.put("validFrom", from);
        request.put("validTo", to);
        request.put("decisionNumber", "5/QĐ-SNV");
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(request)
                .post(PATH + "/" + officer.getString("id") + "/absences");
    }
}
