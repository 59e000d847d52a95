package vn.gov.hanoi.training.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;

/** The City's plan of 2020, from the data file that the launcher loads. */
public final class Plan2020 {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Plan2020() {}

    /** Id of the plan; made once. */
    public static String id() {
        City.known();
        var found = existing();
        if (found != null) {
            return found;
        }
        return Callers.city()
                .header("Idempotency-Key", Api.key())
                .body(request())
                .post("/training/v1/plan-decisions")
                .then()
                .statusCode(201)
                .extract()
                .path("planId");
    }

    private static @Nullable String existing() {
        return Callers.city()
                .queryParam("year", 2020)
                .get("/training/v1/plans")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static Map<String, @Nullable Object> request() {
        var source = source();
        var blocks = new ArrayList<Map<String, @Nullable Object>>();
        for (var block : source.path("blocks")) {
            var lines = new ArrayList<Map<?, ?>>();
            for (var line : block.path("lines")) {
                lines.add(TestPlan.line(
                        line.path("code").asText(), number(line.path("classes")), number(line.path("places"))));
            }
            blocks.add(TestPlan.block(
                    block.path("code").asText(),
                    block.path("fundingSource").asText(),
                    block.path("budgetMillionVnd").asLong() * 1_000_000L,
                    block.path("status").asText(),
                    lines.toArray(Map[]::new)));
        }
        return TestPlan.decision(2020, source.path("decision").path("number").asText(), List.copyOf(blocks));
    }

    private static @Nullable Integer number(JsonNode value) {
        return value.isNull() ? null : value.asInt();
    }

    private static JsonNode source() {
        try (var file = Plan2020.class.getResourceAsStream("/city-2020/training-plan.json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
