package vn.gov.hanoi.kernel.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.id.Ids;

/** The only writer of the outbox. Works inside the transaction of the change; the relay is woken after its commit. */
@ApplicationScoped
public class OutboxWriter {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** From here on a write is bulk: what it tells waits for what single acts tell. */
    private static final int BULK = 100;

    private final DataSource database;
    private final Clock clock;
    private final Event<OutboxWritten> written;
    private final String service;
    private final String publicUrl;

    OutboxWriter(
            DataSource database,
            Clock clock,
            Event<OutboxWritten> written,
            @ConfigProperty(name = "congvu.service") String service,
            @ConfigProperty(name = "congvu.public-url") String publicUrl) {
        this.database = database;
        this.clock = clock;
        this.written = written;
        this.service = service;
        this.publicUrl = publicUrl;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void write(EventDraft draft) {
        writeAll(List.of(draft));
    }

    /** Writes events in the given order; several events of one record get consecutive sequences. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeAll(List<EventDraft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection()) {
            insert(connection, drafts, lastSequences(connection, drafts));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("outbox rows cannot be written", e);
        }
        written.fire(new OutboxWritten());
    }

    /** The row lock of the sequence makes commit order and sequence order of one record the same. */
    private static Map<UUID, Long> lastSequences(Connection connection, List<EventDraft> drafts) throws SQLException {
        var counts = new TreeMap<UUID, Integer>();
        drafts.forEach(draft -> counts.merge(draft.aggregateId(), 1, Integer::sum));
        var sql = """
                insert into event_sequences as s (aggregate_id, last)
                select * from unnest(?::uuid[], ?::bigint[])
                on conflict (aggregate_id) do update set last = s.last + excluded.last
                returning aggregate_id, last""";
        var next = new HashMap<UUID, Long>();
        try (var upsert = connection.prepareStatement(sql)) {
            upsert.setArray(1, connection.createArrayOf("uuid", counts.keySet().toArray()));
            upsert.setArray(
                    2, connection.createArrayOf("bigint", counts.values().toArray()));
            try (var rows = upsert.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    next.put(id, rows.getLong(2) - counts.getOrDefault(id, 0));
                }
            }
        }
        return next;
    }

    private void insert(Connection connection, List<EventDraft> drafts, Map<UUID, Long> sequences)
            throws SQLException, JsonProcessingException {
        var sql = """
                insert into outbox_events (id, topic, type, aggregate_id, sequence, partition_key, envelope, bulk)
                select id, topic, type, aggregate_id, sequence, partition_key, envelope, ?
                from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::uuid[], ?::bytea[]) with ordinality
                    as n (id, topic, type, aggregate_id, sequence, partition_key, envelope, place)
                order by place""";
        var now = clock.instant();
        var ids = new UUID[drafts.size()];
        var numbers = new Long[drafts.size()];
        var envelopes = new byte[drafts.size()][];
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            ids[i] = Ids.next();
            numbers[i] = sequences.merge(draft.aggregateId(), 1L, Math::addExact);
            envelopes[i] = JSON.writeValueAsBytes(envelope(ids[i], draft, numbers[i], now));
        }
        try (var insert = connection.prepareStatement(sql)) {
            insert.setBoolean(1, drafts.size() >= BULK);
            insert.setArray(2, column(connection, List.of(ids), Object::toString));
            insert.setArray(3, column(connection, drafts, EventDraft::topic));
            insert.setArray(4, column(connection, drafts, EventDraft::type));
            insert.setArray(
                    5, column(connection, drafts, draft -> draft.aggregateId().toString()));
            insert.setArray(6, connection.createArrayOf("bigint", numbers));
            insert.setArray(7, column(connection, drafts, draft -> draft.key().toString()));
            insert.setArray(8, connection.createArrayOf("bytea", envelopes));
            insert.executeUpdate();
        }
    }

    /** Texts are sent as they are; of every other type the driver writes one long text with escapes. */
    private static <T> Array column(Connection connection, List<T> rows, Function<T, String> value)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(value).toArray(String[]::new));
    }

    private Map<String, Object> envelope(UUID id, EventDraft draft, long sequence, Instant now) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("specversion", "1.0");
        envelope.put("id", id);
        envelope.put("source", "/" + service + "/v1");
        envelope.put("type", draft.type());
        envelope.put("subject", draft.collection() + "/" + draft.aggregateId());
        envelope.put("time", now);
        envelope.put("datacontenttype", "application/json");
        envelope.put(
                "dataschema",
                publicUrl + "/" + service + "/v1/schemas/" + draft.type().substring("vn.gov.hanoi.".length()));
        envelope.put("partitionkey", draft.key());
        envelope.put("sequence", "%010d".formatted(sequence));
        envelope.put("correlationid", Trace.id());
        var parent = Trace.parent();
        if (parent != null) {
            envelope.put("traceparent", parent);
        }
        envelope.put("data", draft.data());
        return envelope;
    }
}
