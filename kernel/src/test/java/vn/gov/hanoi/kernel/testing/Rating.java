package vn.gov.hanoi.kernel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.inbox.InboundEvent;

/**
 * A result of a period as evaluation-service tells it: of a month on evaluation.result, of a year on evaluation.annual.
 *
 * @param id id of the result, of this revision
 * @param data payload; held against the schema of the teller when it is sent
 */
public record Rating(String topic, UUID id, UUID officerId, Map<String, @Nullable Object> data) {
    private static final String MONTHS = "evaluation.result";
    private static final String YEARS = "evaluation.annual";
    private static final Duration SOON = Duration.ofSeconds(20);

    /** The first result of a month. */
    public static Rating ofMonth(UUID officerId, String month, String grade) {
        var data = data("evaluationId", officerId);
        data.put("period", month);
        data.put("grade", grade);
        data.put("ruleSet", Map.of("code", "VN-CC-2026", "version", 3));
        return new Rating(MONTHS, (UUID) data.get("evaluationId"), officerId, data);
    }

    /** The first result of a year. */
    public static Rating ofYear(UUID officerId, int year, String level, String... consequences) {
        var data = data("classificationId", officerId);
        data.put("year", year);
        data.put("level", level);
        data.put("consequences", List.of(consequences));
        data.put("ruleSet", Map.of("code", "VN-CC-2026-Y", "version", 2));
        return new Rating(YEARS, (UUID) data.get("classificationId"), officerId, data);
    }

    private static Map<String, @Nullable Object> data(String idName, UUID officerId) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put(idName, UUID.randomUUID());
        data.put("officerId", officerId);
        data.put("unitId", UUID.randomUUID());
        data.put("ratingUnitId", UUID.randomUUID());
        data.put("closingId", UUID.randomUUID());
        data.put("outcome", "RATED");
        data.put("revision", 1);
        data.put("supersedes", null);
        return data;
    }

    /** The next revision, of another grade or level. */
    public Rating corrected(String grade) {
        var next = new LinkedHashMap<>(data);
        var nextId = UUID.randomUUID();
        next.put(topic.equals(MONTHS) ? "evaluationId" : "classificationId", nextId);
        next.put(topic.equals(MONTHS) ? "grade" : "level", grade);
        next.put("revision", revision() + 1);
        next.put("supersedes", id);
        return new Rating(topic, nextId, officerId, next);
    }

    /** The same with another value of one field; null takes the field away. */
    public Rating with(String field, @Nullable Object value) {
        var changed = new LinkedHashMap<>(data);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new Rating(topic, id, officerId, changed);
    }

    public int revision() {
        return (Integer) data.get("revision");
    }

    /** The same for what the teller does not promise yet. */
    public Rating toldUnchecked() {
        told(broken());
        return this;
    }

    /** The event, new each time; its data must be what evaluation-service promises. */
    public byte[] event() {
        var event = broken();
        var type = Events.parse(event).path("type").asText().substring("vn.gov.hanoi.".length());
        var schema = Path.of("../evaluation-service/src/main/resources/schemas", type + ".json");
        try {
            assertThat(JsonSchemas.of(Files.readString(schema))
                            .validate(Events.parse(event).path("data").toString(), InputFormat.JSON))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return event;
    }

    /** The event as a handler gets it. */
    public InboundEvent inbound() {
        var event = Events.parse(event());
        return new InboundEvent(
                event.path("source").asText(),
                UUID.fromString(event.path("id").asText()),
                event.path("type").asText(),
                officerId,
                1,
                Instant.parse(event.path("time").asText()),
                event.path("data"));
    }

    /** The event, whether it fits the schema or not. */
    public byte[] broken() {
        var collection = topic.equals(MONTHS) ? "evaluations" : "annual-classifications";
        return Events.envelope(topic, revision() > 1 ? "superseded" : "published", collection, id, 1, data);
    }

    /** Tells it and waits until the service has taken it. */
    public Rating told() {
        told(event());
        return this;
    }

    /** Tells this event of it and waits until it is taken; one key is one partition, so what was told before is dealt with too. */
    public void told(byte[] event) {
        send(event);
        var eventId = UUID.fromString(Events.parse(event).path("id").asText());
        await("event is taken")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Database.count("select count(*) from inbox_events where id = ?", eventId) == 1);
    }

    public void send(byte @Nullable [] event) {
        Events.send(topic, officerId.toString(), event);
    }

    /** Why an event of the officer became a dead letter; waits for the one. */
    public String deadLetter() {
        var sql = "select error from dead_letters where record_key = ? and topic = ?";
        await("dead letter")
                .atMost(SOON)
                .until(() -> Database.query(sql, officerId.toString(), topic).size() == 1);
        return String.valueOf(
                Database.query(sql, officerId.toString(), topic).getFirst().get("error"));
    }
}
