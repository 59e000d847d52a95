package vn.gov.hanoi.evaluation.support;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;

/** What was told of an officer. */
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
}
