package vn.gov.hanoi.kernel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A reorganisation plan as evaluation-service would draft it, and what a service answers to it at the real broker. */
public final class DraftedPlan {
    private static final String TOPIC = "directory.reorganisation";
    private static final String ANSWERS = "reorganisation.impact";
    private static final String SCHEMA = "schemas/reorganisation.impact.counted.v1.json";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final UUID id = UUID.randomUUID();
    private long sequence;

    public UUID id() {
        return id;
    }

    /** Tells a version of the plan that dissolves the units; gives the bytes, to tell them again. */
    public byte[] draft(long version, UUID... units) {
        var fates = new ArrayList<Map<String, Object>>();
        for (var unit : units) {
            fates.add(Map.of("unitId", unit, "fate", "DISSOLVED", "successors", List.of(UUID.randomUUID())));
        }
        return tell("drafted", Map.of("planId", id, "version", version, "effectiveOn", "2030-07-01", "units", fates));
    }

    /** Tells another fact about the plan, for example {@code applied}. */
    public byte[] tell(String fact, Map<String, Object> data) {
        var event = Events.envelope(TOPIC, fact, "reorganisations", id, ++sequence, data);
        send(event);
        return event;
    }

    public void send(byte[] event) {
        Events.send(TOPIC, id.toString(), event);
    }

    /** Waits for the answer to a version; its data, which keep the promised form. */
    public JsonNode answer(long version) {
        await("answer to version " + version).atMost(SOON).until(() -> answers().stream()
                .anyMatch(each -> each.path("planVersion").asLong() == version));
        var answer = answers().stream()
                .filter(each -> each.path("planVersion").asLong() == version)
                .findFirst()
                .orElseThrow();
        assertThat(errors(answer)).as(answer.toString()).isEmpty();
        return answer;
    }

    /** Data of all answers so far, in order. */
    public List<JsonNode> answers() {
        return Events.read(ANSWERS, id.toString()).stream()
                .map(event -> {
                    assertThat(event.path("type").asText()).isEqualTo("vn.gov.hanoi.reorganisation.impact.counted.v1");
                    assertThat(event.path("subject").asText()).isEqualTo("reorganisations/" + id);
                    return event.path("data");
                })
                .toList();
    }

    /** Waits until the service has dealt with all events of this plan told so far. */
    public void awaitTaken() {
        var last = new DraftedPlanMarker(id);
        send(last.bytes());
        await("marker is taken")
                .atMost(SOON)
                .until(() -> Database.count("select count(*) from inbox_events where id = ?", last.eventId()) == 1);
    }

    private static List<String> errors(JsonNode data) {
        try (var file = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(SCHEMA))) {
            return JsonSchemas.of(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(data.toString(), InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An event of a type that nobody knows; one key is one partition, so all before it are dealt with too. */
    private record DraftedPlanMarker(byte[] bytes, UUID eventId) {
        DraftedPlanMarker(UUID plan) {
            this(Events.envelope(TOPIC, "unheardOf", "reorganisations", plan, 99, Map.of("planId", plan)));
        }

        private DraftedPlanMarker(byte[] bytes) {
            this(bytes, UUID.fromString(Events.parse(bytes).path("id").asText()));
        }
    }
}
