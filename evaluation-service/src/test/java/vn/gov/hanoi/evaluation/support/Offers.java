package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** What sheets offer, tried out. */
public final class Offers {
    private Offers() {}

    /**
     * The actions of a sheet for which what is offered is not what happens; empty if all are right.
     *
     * @param view of somebody who sees the criteria
     */
    public static List<String> mismatches(String who, Json sheet, Json view) {
        var found = new ArrayList<String>();
        var now = Evaluations.read(who, sheet);
        for (var action : now.<Map<String, Object>>getList("_actions")) {
            var tried = Api.as(who)
                    .header("Idempotency-Key", Api.key())
                    .header("If-Match", now.getString("etag"))
                    .body(body(sheet, view, action))
                    .post(action.get("href") + "?validateOnly=true");
            boolean succeeds = tried.statusCode() == 200;
            boolean sameReason = succeeds || told(tried).equals(blockers(action).getFirst());
            if (!action.get("enabled").equals(succeeds) || !sameReason) {
                found.add(now.getString("state") + " " + action + " " + tried.asString());
            }
        }
        return found;
    }

    /** Names of what is offered and can be done now. */
    public static List<String> enabled(String who, Json sheet) {
        return Evaluations.read(who, sheet).<Map<String, Object>>getList("_actions").stream()
                .filter(action -> action.get("enabled").equals(true))
                .map(action -> String.valueOf(action.get("name")))
                .toList();
    }

    private static List<String> blockers(Map<String, Object> action) {
        return ((List<?>) action.get("blockedBy"))
                .stream()
                        .map(each -> String.valueOf(((Map<?, ?>) each).get("code")))
                        .toList();
    }

    private static String told(Response answer) {
        return Api.json(answer).path("code").asText();
    }

    private static Object body(Json sheet, Json view, Map<String, Object> action) {
        return switch (action.get("name") + " " + action.getOrDefault("step", "")) {
            case "submit PLAN" -> Evaluations.plan();
            case "submit SELF" -> Evaluations.self(view, "5");
            case "review COLLECTIVE" -> Evaluations.collective();
            case "review MANAGER" -> Evaluations.manager(view, "5");
            case "return " -> Map.of("reason", Evaluations.REASON);
            case "advise " -> Channels.advice("80");
            case "decide " -> Map.of("data", decision(action));
            case "recompute " -> Map.of("reason", Evaluations.REASON, "decision", Evaluations.DECISION);
            case "correct " ->
                Map.of("reason", Evaluations.REASON, "decision", Evaluations.DECISION, "data", decision(action));
            case "object " -> Objections.request(sheet);
            default -> throw new AssertionError(action);
        };
    }

    private static Map<String, Object> decision(Map<String, Object> action) {
        var data = new LinkedHashMap<String, Object>();
        data.put("presenceDays", 18);
        if (((List<?>) action.get("needs")).contains("collective")) {
            data.putAll(collective());
        }
        return data;
    }

    /** What a decision of the collective of the tests names. */
    public static Map<String, Object> collective() {
        return Map.of(
                "collective",
                "AGENCY_LEADERSHIP",
                "minutes",
                "12/BB-SNV",
                "meeting",
                Map.of(
                        "heldOn",
                        "2025-11-03",
                        "members",
                        5,
                        "quorum",
                        3,
                        "present",
                        4,
                        "votesFor",
                        3,
                        "votesAgainst",
                        1));
    }
}
