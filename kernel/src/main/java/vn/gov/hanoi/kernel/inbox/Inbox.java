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
                    inTransaction(() -> deadLetters.add(record, e, ATTEMPTS));
                    return;
                }
            }
        }
    }

    /** Parses, drops what is known, applies the rest. Called inside a transaction. */
    void apply(TopicHandler handler, List<ConsumerRecord<String, byte[]>> records) {
        var events = new ArrayList<InboundEvent>();
        for (var record : records) {
            events.add(parse(record.key(), record.value()));
        }
        var unknown = claim(events);
        var fresh = new ArrayList<InboundEvent>();
        for (var event : events) {
            var id = event.id();
            if (id == null || unknown.remove(id)) {
                fresh.add(event);
            }
        }
        if (!fresh.isEmpty()) {
            handler.apply(fresh);
        }
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
        var id = uuid("key", key);
        if (value == null) {
            return new InboundEvent("", null, "tombstone", id, 0, null, null);
        }
        var envelope = envelope(value);
        if (!"1.0".equals(envelope.path("specversion").asText())
                || !envelope.path("data").isObject()) {
            throw new UnreadableEvent("not a CloudEvent 1.0 with data");
        }
        return new InboundEvent(
                envelope.path("source").asText(),
                uuid("id", envelope.path("id").asText()),
                envelope.path("type").asText(),
                id,
                sequence(envelope.path("sequence").asText()),
                time(Payload.optional(envelope, "time")),
                envelope.path("data"));
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
