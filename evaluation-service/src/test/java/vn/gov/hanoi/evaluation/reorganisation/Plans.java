package vn.gov.hanoi.evaluation.reorganisation;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;

/** Plans over HTTP: a request is put together step by step. */
final class Plans {
    static final String PATH = "/evaluation/v1/reorganisations";

    private final LocalDate day;
    private final List<Map<String, @Nullable Object>> units = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> successions = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> placements = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> exceptions = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> handovers = new ArrayList<>();

    private Plans(LocalDate day) {
        this.day = day;
    }

    static Plans on(LocalDate day) {
        return new Plans(day);
    }

    Plans create(String ref, String code, String name, String type, UUID parent) {
        units.add(map("change", "CREATE", "ref", ref, "code", code, "name", name, "type", type, "parentId", parent));
        return this;
    }

    Plans alter(UUID unit, Object... what) {
        var change = map("change", "ALTER", "unitId", unit);
        change.putAll(map(what));
        units.add(change);
        return this;
    }

    Plans dissolve(UUID unit) {
        units.add(map("change", "DISSOLVE", "unitId", unit));
        return this;
    }

    Plans succeed(UUID from, Object to, String share) {
        var each = map("fromUnitId", from, "share", new java.math.BigDecimal(share));
        successions.add(to(each, to));
        return this;
    }

    Plans move(UUID from, Object to) {
        placements.add(to(map("fromUnitId", from, "rule", "MOVE"), to));
        return this;
    }

    Plans place(UUID from, String rule, Object... more) {
        var each = map("fromUnitId", from, "rule", rule);
        each.putAll(map(more));
        placements.add(each);
        return this;
    }

    Plans except(UUID post, @Nullable Object to, Object... more) {
        var each = map("assignmentId", post);
        each.putAll(map(more));
        exceptions.add(to == null ? each : to(each, to));
        return this;
    }

    Plans handOver(UUID from, Object to) {
        handovers.add(to(map("fromUnitId", from), to));
        return this;
    }

    private static Map<String, @Nullable Object> to(Map<String, @Nullable Object> each, Object to) {
        each.put(to instanceof UUID ? "toUnitId" : "toRef", to);
        return each;
    }

    private static Map<String, @Nullable Object> map(Object... namesAndValues) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    Map<String, @Nullable Object> request() {
        var content = map(
                "units", units,
                "successions", successions,
                "placements", placements,
                "exceptions", exceptions,
                "handovers", handovers);
        var decision = map("number", "19/NQ-HĐND", "signedOn", "2025-02-25", "issuer", "HĐND Thành phố Hà Nội");
        return map("title", "Sắp xếp đơn vị", "decision", decision, "effectiveOn", day.toString(), "content", content);
    }

    Response post(String token) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(request())
                .post(PATH);
    }

    /** The drafted plan; fails if it is refused. */
    Json drafted(String token) {
        return post(token).then().statusCode(201).extract().as(Json.class);
    }

    static String approver(Units.Unit unit) {
        return Tokens.user("approver-" + unit.code())
                .unit(unit.code())
                .roles("directory-reader", "directory-approver")
                .token();
    }

    static Response act(String token, String id, String verb, String etag, @Nullable Object body) {
        var request = Api.as(token).header("Idempotency-Key", Api.key()).header("If-Match", etag);
        return (body == null ? request : request.body(body)).post(PATH + "/" + id + "/actions/" + verb);
    }

    static Map<String, @Nullable Object> reason() {
        return map("reason", map("code", "DECISION_CHANGED", "text", "Hoãn ngày hiệu lực"));
    }

    static Json read(String token, String id) {
        return Api.as(token)
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    static Json preview(String token, String id) {
        return Api.as(token)
                .header("Accept-Language", "en")
                .get(PATH + "/" + id + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** Asks for an act and waits for the end of its operation. */
    static Json done(String token, String id, String verb, @Nullable Object body) {
        var etag = read(token, id).getString("etag");
        var accepted = act(token, id, verb, etag, body);
        accepted.then().statusCode(202);
        return ended(token, accepted.header("Location"));
    }

    static Json ended(String token, String location) {
        return Awaitility.await("operation ends")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Api.as(token).get(location).as(Json.class), operation -> !List.of("QUEUED", "RUNNING")
                        .contains(operation.getString("state")));
    }

    /** Drafts and applies; fails unless it succeeds. */
    String applied(String editor, String approver) {
        var id = drafted(editor).getString("id");
        var operation = done(approver, id, "apply", null);
        if (!"SUCCEEDED".equals(operation.getString("state"))) {
            throw new AssertionError(operation);
        }
        return id;
    }
}
