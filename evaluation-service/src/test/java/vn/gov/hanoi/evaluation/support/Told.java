package vn.gov.hanoi.evaluation.support;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;

/** What was told of an officer or a record. */
public final class Told {
    private Told() {}

    /** The events of a topic under the key of the officer, read from the broker once exactly so many were sent. */
    public static List<JsonNode> of(String topic, String officerId, int number) {
        await("events of " + officerId)
                .atMost(Duration.ofSeconds(30))
                .until(() -> Database.count(
                                "select count(*) from event_log where topic = ? and partition_key = ?::uuid",
                                topic,
                                officerId)
                        == number);
        return Events.read(topic, officerId);
    }

    /** All events of a record in order, sent or not yet. */
    public static List<JsonNode> of(String recordId) {
        return Database.query("""
                        select convert_from(envelope, 'UTF8') as event from (
                            select envelope, sequence from outbox_events where aggregate_id = ?::uuid
                            union all select envelope, sequence from event_log where aggregate_id = ?::uuid) told
                        order by sequence""", recordId, recordId).stream()
                .map(row -> Events.parse(String.valueOf(row.get("event")).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** Without what all types begin with, for example {@code closing.locked}. */
    public static String fact(JsonNode event) {
        return event.path("type").asText().replaceAll("^vn\\.gov\\.hanoi\\.evaluation\\.|\\.v1$", "");
    }
}
