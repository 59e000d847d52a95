package vn.gov.hanoi.kernel.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.DatabaseFaults;
import vn.gov.hanoi.kernel.http.Trace;

/** Applies records exactly once: the ids of the events and their effects are one transaction. */
@ApplicationScoped
public class Inbox {
    private static final Logger LOGGER = Logger.getLogger(Inbox.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int ATTEMPTS = 3;
    private static final int TRANSACTION_SECONDS = 30;

    private final DataSource database;
    private final DeadLetters deadLetters;

    Inbox(DataSource database, DeadLetters deadLetters) {
        this.database = database;
        this.deadLetters = deadLetters;
    }

    /**
     * Applies records of one topic. On return each is applied, known before, or a dead letter. An exception means that the
     * database is away and nothing may be acknowledged.
     */
    public void accept(TopicHandler handler, List<ConsumerRecord<String, byte[]>> records) {
        try {
            inTransaction(() -> apply(handler, records));
        } catch (RuntimeException e) {
            if (DatabaseFaults.isUnavailable(e)) {
                throw e;
            }
            LOGGER.debugf("group of %d records is applied one by one: %s", records.size(), e.toString());
            records.forEach(record -> acceptOne(handler, record));
        }
    }

    private void acceptOne(TopicHandler handler, ConsumerRecord<String, byte[]> record) {
        for (int attempt = 1; ; attempt++) {
            try {
                inTransaction(() -> apply(handler, List.of(record)));
                return;
            } catch (RuntimeException e) {
                if (DatabaseFaults.isUnavailable(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    bury(record, e);
                    return;
                }
            }
        }
    }

    private void bury(ConsumerRecord<String, byte[]> record, RuntimeException error) {
        Trace.within(traceparent(record), () -> inTransaction(() -> deadLetters.add(record, error, ATTEMPTS)));
    }

    /** Also of a record that is wrong in other ways. */
    private static @Nullable String traceparent(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? null : Payload.optional(envelope(record.value()), "traceparent");
        } catch (UnreadableEvent _) {
            return null;
        }
    }

    /** Parses, drops what is known, applies the rest. Called inside a transaction. */
    void apply(TopicHandler handler, List<ConsumerRecord<String, byte[]>> records) {
        var all = new ArrayList<Received>();
        for (var record : records) {
            all.add(received(record.key(), record.value()));
        }
        var unknown = claim(all.stream().map(Received::event).toList());
        var fresh = new ArrayList<Received>();
        for (var each : all) {
            var id = each.event().id();
            if (id == null || unknown.remove(id)) {
                fresh.add(each);
            }
        }
        for (int from = 0; from < fresh.size(); ) {
            int to = endOfTrace(fresh, from);
            follow(handler, fresh.subList(from, to));
            from = to;
        }
    }

    /** @param traceparent context of the act that the event tells of; null if the event does not say */
    private record Received(InboundEvent event, @Nullable String traceparent) {
        boolean isOfOneTraceWith(Received other) {
            return Objects.equals(traceparent, other.traceparent);
        }
    }

    private static int endOfTrace(List<Received> events, int from) {
        int to = from + 1;
        while (to < events.size() && events.get(to).isOfOneTraceWith(events.get(from))) {
            to++;
        }
        return to;
    }

    /** Events of one act are applied together, in the trace of that act: what is logged, audited and told on has its id. */
    private static void follow(TopicHandler handler, List<Received> events) {
        Trace.within(events.getFirst().traceparent(), () -> {
            handler.apply(events.stream().map(Received::event).toList());
            LOGGER.infof("events applied topic=%s count=%d", handler.topic(), events.size());
        });
    }

    private Set<UUID> claim(List<InboundEvent> events) {
        var sql = """
                insert into inbox_events (source, id) select * from unnest(?::text[], ?::uuid[])
                on conflict do nothing returning id""";
        var named = events.stream().filter(event -> event.id() != null).toList();
        var claimed = new HashSet<UUID>();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setArray(
                    1,
                    connection.createArrayOf(
                            "text", named.stream().map(InboundEvent::source).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", named.stream().map(InboundEvent::id).toArray()));
            try (var rows = insert.executeQuery()) {
                while (rows.next()) {
                    claimed.add(rows.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("inbox cannot be written", e);
        }
        return claimed;
    }

    static InboundEvent parse(@Nullable String key, byte @Nullable [] value) {
        return received(key, value).event();
    }

    private static Received received(@Nullable String key, byte @Nullable [] value) {
        var id = uuid("key", key);
        if (value == null) {
            return new Received(new InboundEvent("", null, "tombstone", id, 0, null, null), null);
        }
        var envelope = envelope(value);
        if (!"1.0".equals(envelope.path("specversion").asText())
                || !envelope.path("data").isObject()) {
            throw new UnreadableEvent("not a CloudEvent 1.0 with data");
        }
        var event = new InboundEvent(
                envelope.path("source").asText(),
                uuid("id", envelope.path("id").asText()),
                envelope.path("type").asText(),
                id,
                sequence(envelope.path("sequence").asText()),
                time(Payload.optional(envelope, "time")),
                envelope.path("data"));
        return new Received(event, Payload.optional(envelope, "traceparent"));
    }

    private static JsonNode envelope(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException _) {
            throw new UnreadableEvent("not JSON");
        }
    }

    private static UUID uuid(String name, @Nullable String text) {
        try {
            return UUID.fromString(Objects.requireNonNullElse(text, ""));
        } catch (IllegalArgumentException _) {
            throw new UnreadableEvent(name + " is not a UUID");
        }
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new UnreadableEvent("sequence is not a number");
        }
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new UnreadableEvent("time is not a moment");
        }
    }

    static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(work);
    }
}
