package vn.gov.hanoi.evaluation.support;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;

/** Officers over HTTP. */
public final class Officers {
    public static final String PATH = "/evaluation/v1/officers";
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
    public static JsonPath created(String token, Object request) {
        return post(token, request).then().statusCode(201).extract().jsonPath();
    }

    /** A new officer of the unit; fails if refused. */
    public static JsonPath officer(String token, Units.Unit unit, String fullName) {
        return created(token, request(code(), fullName, unit.id()));
    }
}
