package vn.gov.hanoi.training.support;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Json;

/** Later decisions about a {@link TestPlan}. */
public final class Changes {
    /** The units of {@link City} are in force since 2000. */
    private static final int FIRST_FULL_YEAR = 2001;

    private Changes() {}

    /** A decision of the kind, signed on the first of June of the plan's year. */
    public static Map<String, @Nullable Object> decision(int year, String kind, Map<String, ?> changes) {
        var body = TestPlan.decision(year, UUID.randomUUID() + "/QĐ-ĐC", List.of());
        body.remove("blocks");
        body.put("kind", kind);
        body.put("changes", changes);
        body.put("decision", signed(year, "-06-01"));
        return body;
    }

    public static Map<String, Object> signed(int year, String day) {
        return new LinkedHashMap<>(Map.of(
                "number",
                UUID.randomUUID() + "/QĐ-ĐC",
                "signedOn",
                Math.max(year, FIRST_FULL_YEAR) + day,
                "issuer",
                "H26"));
    }

    public static Response send(TestPlan plan, String kind, Map<String, ?> changes) {
        return TestPlan.post(Callers.city(), TestPlan.DECISIONS, decision(plan.year(), kind, changes));
    }

    /** Sends it and reads what was recorded. */
    public static Json made(TestPlan plan, String kind, Map<String, ?> changes) {
        return send(plan, kind, changes).then().statusCode(201).extract().as(Json.class);
    }

    public static Map<String, Object> line(String code, int classesBy, int placesBy) {
        return Map.of("line", code, "classesBy", classesBy, "placesBy", placesBy);
    }

    public static Map<String, @Nullable Object> budget(String block, @Nullable UUID unit, long amountByVnd) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("block", block);
        body.put("unitId", unit);
        body.put("amountByVnd", amountByVnd);
        return body;
    }

    public static Map<String, @Nullable Object> place(String block, @Nullable UUID unit) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("block", block);
        body.put("unitId", unit);
        return body;
    }

    /** A line in the block for the unit, with type, form and content. */
    public static Map<String, Object> newLine(
            String block, String code, @Nullable UUID unit, @Nullable String content) {
        var target = new LinkedHashMap<String, @Nullable Object>();
        target.put("unitId", unit);
        target.put("trainingType", "REFRESHER");
        target.put("content", content);
        var line = TestPlan.line(code, 2, 60);
        line.put("target", target);
        return Map.of("block", block, "line", line);
    }
}
