package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;

/** Tasks and results of units over HTTP. */
public final class Tasks {
    public static final String PATH = "/evaluation/v1/unit-tasks";
    public static final String RESULTS = "/evaluation/v1/unit-results";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Tasks() {}

    /** Token of somebody who keeps tasks inside a unit. */
    public static String keeper(Units.Unit unit) {
        return Tokens.user("keeper-" + unit.code())
                .unit(unit.code())
                .roles("task-reader", "task-keeper")
                .token();
    }

    /** Token of an officer who has no authority but that of the directory. */
    public static String officer(Units.Unit unit, Json officer) {
        return Tokens.user("officer-" + officer.getString("officerCode"))
                .unit(unit.code())
                .officer(officer.getString("officerCode"))
                .roles("task-reader")
                .token();
    }

    public static String key() {
        return "TEST:2026-" + NUMBER.incrementAndGet();
    }

    /** A request that nothing speaks against; due on 20/07/2026. */
    public static Map<String, @Nullable Object> request(Units.Unit unit) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("unitId", unit.id());
        request.put("documentNumber", "215/KH-UBND");
        request.put("title", "Rà soát thủ tục hành chính");
        request.put("assignedOn", "2026-07-01");
        request.put("dueOn", "2026-07-20");
        return request;
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** The task as it was answered; fails if it is refused. */
    public static Json created(String token, Object request) {
        return post(token, request).then().statusCode(201).extract().as(Json.class);
    }

    public static Response act(String token, Json task, String path, Object body) {
        return Officers.act(token, PATH + "/" + task.getString("id") + path, task, body);
    }

    public static Map<String, Object> done(String day, String quality, boolean exceeded) {
        return Map.of("data", Map.of("outcome", "DONE", "finishedOn", day, "quality", quality, "exceeded", exceeded));
    }

    public static Map<String, Object> report(String day) {
        return Map.of(
                "data",
                Map.of("outcome", "DONE", "finishedOn", day, "exceeded", false, "evidence", List.of("12/BC-SNV")));
    }

    public static Map<String, Object> extension(String day) {
        return Map.of("reason", Officers.REASON, "decision", Officers.DECISION, "data", Map.of("dueOn", day));
    }

    public static Map<String, Object> cancelling() {
        return Map.of("reason", Officers.REASON, "decision", Officers.DECISION);
    }

    /** Another title for an open task. */
    public static Map<String, Object> correction() {
        return Map.of(
                "reason",
                Officers.REASON,
                "decision",
                Officers.DECISION,
                "data",
                Map.of(
                        "documentNumber", "215/KH-UBND",
                        "title", "Việc khác",
                        "assignedOn", "2026-07-01",
                        "dueOn", "2026-07-20",
                        "weight", 1));
    }

    public static Response open(String token, Units.Unit unit, String period) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("unitId", unit.id(), "period", period))
                .post(RESULTS);
    }

    /** A result that is open; fails if it is refused. */
    public static Json opened(String token, Units.Unit unit, String period) {
        return open(token, unit, period).then().statusCode(201).extract().as(Json.class);
    }

    public static Map<String, Object> level(String level) {
        return Map.of("reason", Officers.REASON, "decision", Officers.DECISION, "data", Map.of("level", level));
    }

    public static Response decide(String token, Json result, String verb, String level) {
        return Officers.act(token, RESULTS + "/" + result.getString("id") + "/actions/" + verb, result, level(level));
    }
}
