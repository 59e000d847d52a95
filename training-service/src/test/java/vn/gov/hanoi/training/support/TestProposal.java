package vn.gov.hanoi.training.support;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Proposals of units, made over HTTP by the planner of the unit. */
public final class TestProposal {
    public static final String PROPOSALS = "/training/v1/plan-proposals";

    private static final AtomicInteger YEARS = new AtomicInteger(2003);

    private TestProposal() {}

    /** A year without plan and proposals; no code of training is valid in all of these years. */
    public static int nextYear() {
        return YEARS.getAndIncrement();
    }

    public static RequestSpecification planner(City.Told unit) {
        return Callers.of(unit, "training-planner", "training-reader");
    }

    public static Map<String, @Nullable Object> line(
            String name, String source, int classes, int places, @Nullable Long estimateVnd, UUID... sources) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("name", name);
        body.put("fundingSource", source);
        body.put("classes", classes);
        body.put("places", places);
        body.put("estimateVnd", estimateVnd);
        body.put("sources", List.of(sources));
        return body;
    }

    public static Response draft(RequestSpecification who, int year, City.Told unit, Map<?, ?>... lines) {
        return TestPlan.post(who, PROPOSALS, Map.of("year", year, "unitId", unit.id(), "lines", List.of(lines)));
    }

    /** Drafted by the planner of the unit. */
    public static Json drafted(int year, City.Told unit, Map<?, ?>... lines) {
        return draft(planner(unit), year, unit, lines)
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
    }

    /** Drafted and submitted by the planner of the unit. */
    public static Json submitted(int year, City.Told unit, Map<?, ?>... lines) {
        var draft = drafted(year, unit, lines);
        return act(planner(unit), draft, "submit", null)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** Acts on the version that was read. */
    public static Response act(RequestSpecification who, Json proposal, String action, @Nullable String reason) {
        var call = who.header("If-Match", proposal.getString("etag")).header("Idempotency-Key", Api.key());
        return (reason == null ? call : call.body(Map.of("reason", reason)))
                .post(PROPOSALS + "/" + proposal.getString("id") + "/actions/" + action);
    }

    public static Response replace(RequestSpecification who, Json proposal, Map<?, ?>... lines) {
        return who.header("If-Match", proposal.getString("etag"))
                .header("Idempotency-Key", Api.key())
                .contentType("application/merge-patch+json")
                .body(Map.of("lines", List.of(lines)))
                .patch(PROPOSALS + "/" + proposal.getString("id"));
    }

    public static Json read(RequestSpecification who, Json proposal) {
        return who.get(PROPOSALS + "/" + proposal.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    public static UUID lineId(Json proposal, int index) {
        return UUID.fromString(proposal.getString("lines[" + index + "].id"));
    }
}
