package vn.gov.hanoi.localstack.city;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives the training plan of the year to training-service as one decision, unless that year has a plan already. */
final class PlanAssignment {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Suite suite;

    PlanAssignment(Suite suite) {
        this.suite = suite;
    }

    /** The plan's id and whether this call made it. */
    Assigned assign(TrainingPlan plan) {
        var step = "training plan " + plan.year();
        var existing = planOf(plan.year(), step);
        if (!existing.isEmpty()) {
            return new Assigned(existing, false);
        }
        var command = Command.json(step, "/training/v1/plan-decisions", body(plan));
        suite.postOnceUnitsAreKnown(command, "training.unit-unknown").expect(201, step);
        return new Assigned(planOf(plan.year(), step), true);
    }

    private String planOf(int year, String step) {
        var plans = suite.get(step, "/training/v1/plans?year=" + year).body();
        return plans.path("items").path(0).path("id").asText();
    }

    private static JsonNode body(TrainingPlan plan) {
        var body = JSON.objectNode().put("year", plan.year()).put("kind", "ASSIGN");
        body.putObject("decision")
                .put("number", plan.decision().number())
                .put("signedOn", plan.decision().signedOn())
                .put("issuer", plan.decision().issuer());
        body.put("legalBasis", plan.legalBasis());
        var blocks = body.putArray("blocks");
        plan.blocks().forEach(block -> blocks.add(body(block)));
        return body;
    }

    private static ObjectNode body(TrainingPlan.Block block) {
        var body = JSON.objectNode()
                .put("code", block.code())
                .put("name", block.name())
                .put("fundingSource", block.fundingSource())
                .put("budgetVnd", block.budgetVnd())
                .put("status", block.status());
        var lines = body.putArray("lines");
        block.lines().forEach(line -> lines.addObject()
                .put("code", line.code())
                .put("name", line.name())
                .put("classes", line.classes())
                .put("places", line.places()));
        return body;
    }

    record Assigned(String planId, boolean created) {}
}
