package vn.gov.hanoi.evaluation.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.WithStack;

/** The events of rule sets, read from the broker, are what their schemas say. */
@QuarkusTest
@WithStack
class RuleSetEventTest {
    private static final String TOPIC = "evaluation.rule-set";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldTellWhatIsPublishedAndMadeOfficialButNoDraft() throws IOException {
        // Given
        var document = Rules.document();
        var pilot = Rules.published(document);
        var id = pilot.getString("id");

        // When
        Rules.act(Rules.approver(), pilot, "make-official", Rules.legalCheck());

        // Then
        var events = events(id, 2);
        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .containsExactly(
                        "vn.gov.hanoi.evaluation.rule-set.published.v1",
                        "vn.gov.hanoi.evaluation.rule-set.made-official.v1");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.path("subject").asText()).isEqualTo("rule-sets/" + id);
            assertThat(event.path("partitionkey").asText()).isEqualTo(id);
        });
        assertThat(events.getFirst().path("data")).isEqualTo(JSON.readTree("""
                {"ruleSetId":"%s","code":"%s","version":1,"kind":"PERIODIC","effectiveFrom":"%s","effectiveTo":"%s","digest":"%s"}""".formatted(
                id, document.code(), document.from(), document.from().plusMonths(1), pilot.getString("digest"))));
        assertThat(events.getLast().path("data"))
                .isEqualTo(JSON.readTree("""
                {"ruleSetId":"%s","code":"%s","version":1,"digest":"%s","decisionNumber":"15/BC-PC","decisionSignedOn":"2026-11-02"}""".formatted(id, document.code(), pilot.getString("digest"))));
        assertThat(events.toString()).doesNotContain("Phòng Pháp chế", "person-");
        demandsEverything("published", events.getFirst().path("data"));
        demandsEverything("made-official", events.getLast().path("data"));
    }

    @Test
    void shouldTellWhatCameWithTheProductOnce() throws IOException {
        // Given
        var ids = Database.query("select id from rule_sets where code = 'VN-Y-2023' and shipped");

        // When
        var events = events(String.valueOf(ids.getFirst().get("id")), 1);

        // Then
        assertThat(events.getFirst().at("/data/kind").asText()).isEqualTo("ANNUAL");
        demandsEverything("published", events.getFirst().path("data"));
    }

    private static List<JsonNode> events(String id, int number) {
        await("events of " + id)
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        Database.count("select count(*) from event_log where aggregate_id = ?", UUID.fromString(id))
                                == number);
        var events = Events.read(TOPIC, id);
        assertThat(events).hasSize(number);
        return events;
    }

    private static void demandsEverything(String fact, JsonNode data) throws IOException {
        var schema = JSON.readTree(
                Files.readString(Path.of("src/main/resources/schemas/" + TOPIC + "." + fact + ".v1.json")));
        assertThat(schema.path("title").asText()).isEqualTo(TOPIC + " " + fact + " v1");
        assertThat(errors(schema, data)).isEmpty();
        assertThat(data.properties()).hasSameSizeAs(schema.path("properties").properties());
        data.properties().forEach(member -> {
            ObjectNode without = data.deepCopy();
            without.remove(member.getKey());
            assertThat(errors(schema, without)).as(member.getKey()).isNotEmpty();
        });
    }

    private static List<?> errors(JsonNode schema, JsonNode data) {
        return JsonSchemas.of(schema.toString()).validate(data.toString(), InputFormat.JSON);
    }
}
