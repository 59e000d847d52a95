package vn.gov.hanoi.training.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.Changes;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

/** What the broker says about a plan: once, in the promised form, and nothing if the decision was refused. */
@QuarkusTest
@WithStack
class PlanEventTest {
    private static final String TOPIC = "training.plan";
    private static final String SCHEMA = "schemas/training.plan.assigned.v1.json";
    private static final String CHANGED = "schemas/training.plan.changed.v1.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldTellAnAssignedPlanOnceInThePromisedForm() throws IOException {
        // When
        var plan = TestPlan.create(3, 90);

        // Then
        var events = events(plan.planId());
        assertThat(events).hasSize(1);
        var event = events.getFirst();
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("type").asText()).isEqualTo("vn.gov.hanoi.training.plan.assigned.v1");
        assertThat(event.path("source").asText()).isEqualTo("/training/v1");
        assertThat(event.path("subject").asText()).isEqualTo("plans/" + plan.planId());
        assertThat(event.path("sequence").asText()).isEqualTo("0000000001");
        assertThat(event.path("partitionkey").asText()).isEqualTo(City.CITY.id().toString());
        assertThat(schemaErrors(event.path("data"))).isEmpty();
    }

    @Test
    void shouldTellTheFiguresOfTheDecision() throws IOException {
        // When
        var plan = TestPlan.create(3, 90);

        // Then
        var data = events(plan.planId()).getFirst().path("data");
        assertThat(data.path("year").asInt()).isEqualTo(plan.year());
        assertThat(data.path("decision").path("id").asText())
                .isEqualTo(plan.decision().getString("id"));
        assertThat(data.path("decision").path("number").asText())
                .isEqualTo(plan.decision().getString("decision.number"));
        assertThat(data.path("totals")).isEqualTo(JSON.readTree("""
                {"classes":6,"places":180,"budgetVnd":3000000000}"""));
        var pending = data.path("blocks").path(2);
        assertThat(pending.path("status").asText()).isEqualTo("PENDING_APPROVAL");
        assertThat(pending.path("lines").path(0).has("classes")).isTrue();
        assertThat(pending.path("lines").path(0).path("classes").isNull()).isTrue();
        assertThat(data.findValuesAsText("id")).contains(plan.line("C-1"), plan.line("D-1"), plan.line("P-1"));
    }

    @Test
    void shouldTellNothingIfTheDecisionIsRefusedOrOnlyTriedOut() {
        // Given
        var plan = TestPlan.roomy();
        var body = TestPlan.decision(
                plan.year(), TestPlan.block("C", "CITY_BUDGET", 5, "ASSIGNED", TestPlan.line("C-1", 1, 1)));
        var free = TestPlan.decision(
                TestPlan.nextYear(), TestPlan.block("C", "CITY_BUDGET", 5, "ASSIGNED", TestPlan.line("C-1", 1, 1)));
        long before = Database.count("select count(*) from event_sequences");

        // When
        var refused = TestPlan.post(Callers.city(), TestPlan.DECISIONS, body);
        var tried = Callers.city().queryParam("validateOnly", "true").body(free).post(TestPlan.DECISIONS);

        // Then
        assertThat(List.of(refused.statusCode(), tried.statusCode())).containsExactly(409, 200);
        assertThat(Database.count("select count(*) from event_sequences")).isEqualTo(before);
    }

    @Test
    void shouldTellALaterDecisionWithTheFiguresThatHoldByIt() throws IOException {
        // Given
        var plan = TestPlan.create(3, 90);
        var department = City.DEPARTMENT.id();

        // When
        Changes.made(
                plan,
                "ADJUST",
                Map.of(
                        "lines", List.of(Changes.line("D-1", 2, 60)),
                        "budgets", List.of(Changes.budget("C", department, 7))));

        // Then
        var event = events(plan.planId(), 2).getLast();
        assertThat(event.path("type").asText()).isEqualTo("vn.gov.hanoi.training.plan.changed.v1");
        assertThat(event.path("sequence").asText()).isEqualTo("0000000002");
        var data = event.path("data");
        assertThat(schemaErrors(CHANGED, data)).isEmpty();
        assertThat(data.path("version").asInt()).isEqualTo(2);
        assertThat(data.path("kind").asText()).isEqualTo("ADJUST");
        assertThat(data.path("lines")).isEqualTo(JSON.readTree("""
                [{"id":"%s","code":"D-1","block":"D","status":"ASSIGNED","classes":5,"places":150}]""".formatted(plan.line("D-1"))));
        assertThat(data.path("budgets")).isEqualTo(JSON.readTree("""
                [{"block":"C","fundingSource":"CITY_BUDGET","unitId":"%s","budgetVnd":7}]""".formatted(department)));
        for (var property : List.of("id", "version", "year", "unitId", "kind", "decision", "lines", "budgets")) {
            assertThat(schemaErrors(CHANGED, ((ObjectNode) data.deepCopy()).without(property)))
                    .as(property)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "version", "year", "unitId", "decision", "blocks", "totals"})
    void shouldDescribeEveryPropertyAsRequired(String property) throws IOException {
        // Given
        var data = events(TestPlan.roomy().planId()).getFirst().path("data");

        // When
        var without = ((ObjectNode) data.deepCopy()).without(property);

        // Then
        assertThat(schemaErrors(data)).isEmpty();
        assertThat(schemaErrors(without)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/blocks/0, budgetVnd, -1",
        "/blocks/0, budgetVnd, 0.5",
        "/blocks/0, budgetVnd, 9007199254740992",
        "/blocks/0, code, 1",
        "/blocks/0/lines/0, places, -1",
        "/totals, classes, null",
        "/decision, number, 7"
    })
    void shouldDescribeFormsThatAConsumerCanRelyOn(String place, String property, String value) throws IOException {
        // Given
        var data = events(TestPlan.roomy().planId()).getFirst().path("data").deepCopy();

        // When
        ((ObjectNode) data.at(place)).set(property, JSON.readTree(value));

        // Then
        assertThat(schemaErrors(data)).isNotEmpty();
    }

    @Test
    void shouldShipASchemaOfEachEventAndNoOther() throws IOException {
        // Given
        TestPlan.roomy();

        // When
        var types = Database.query(
                "select distinct type from (select type from event_log union select type from outbox_events) t");

        // Then
        assertThat(types)
                .extracting(row -> row.get("type"))
                .contains("vn.gov.hanoi.training.plan.assigned.v1")
                .isSubsetOf(
                        "vn.gov.hanoi.training.plan.assigned.v1",
                        "vn.gov.hanoi.training.plan.changed.v1",
                        "vn.gov.hanoi.reorganisation.impact.counted.v1",
                        "vn.gov.hanoi.training.class.opened.v1",
                        "vn.gov.hanoi.training.class.changed.v1",
                        "vn.gov.hanoi.training.class.cancelled.v1",
                        "vn.gov.hanoi.training.class.delivered.v1",
                        "vn.gov.hanoi.training.enrolment.changed.v1",
                        "vn.gov.hanoi.training.completion.recorded.v1",
                        "vn.gov.hanoi.certificate.issued.v1",
                        "vn.gov.hanoi.certificate.recorded.v1",
                        "vn.gov.hanoi.certificate.suspended.v1",
                        "vn.gov.hanoi.certificate.restored.v1",
                        "vn.gov.hanoi.certificate.revoked.v1");
        try (var shipped = java.nio.file.Files.list(java.nio.file.Path.of("src/main/resources/schemas"))) {
            assertThat(shipped.map(file -> "schemas/" + file.getFileName()))
                    .containsExactlyInAnyOrder(
                            SCHEMA,
                            "schemas/training.plan.changed.v1.json",
                            "schemas/reorganisation.impact.counted.v1.json",
                            "schemas/training.class.opened.v1.json",
                            "schemas/training.class.changed.v1.json",
                            "schemas/training.class.cancelled.v1.json",
                            "schemas/training.class.delivered.v1.json",
                            "schemas/training.enrolment.changed.v1.json",
                            "schemas/training.completion.recorded.v1.json",
                            "schemas/certificate.issued.v1.json",
                            "schemas/certificate.recorded.v1.json",
                            "schemas/certificate.suspended.v1.json",
                            "schemas/certificate.restored.v1.json",
                            "schemas/certificate.revoked.v1.json");
        }
    }

    private static List<JsonNode> events(String planId) {
        return events(planId, 1);
    }

    private static List<JsonNode> events(String planId, int expected) {
        var plan = UUID.fromString(planId);
        await("event of " + planId)
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.count("select count(*) from event_log where aggregate_id = ?", plan) == expected);
        return Events.read(TOPIC, City.CITY.id().toString()).stream()
                .filter(event -> event.path("subject").asText().equals("plans/" + planId))
                .toList();
    }

    private static List<?> schemaErrors(JsonNode data) throws IOException {
        return schemaErrors(SCHEMA, data);
    }

    private static List<?> schemaErrors(String name, JsonNode data) throws IOException {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            var schema = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return JsonSchemas.of(schema).validate(data.toString(), InputFormat.JSON);
        }
    }
}
