package vn.gov.hanoi.kernel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.KernelDatabase;

/** The ids of events and their effects in real transactions; the retries around them are proved by the services. */
class InboxTest {
    private static final String TOPIC = "directory.unit";
    private static final int MANY = 12;

    private final UUID key = UUID.randomUUID();

    /** Remembers what it was asked to apply. */
    private static final class Seen implements TopicHandler {
        private final List<InboundEvent> events = new ArrayList<>();

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public void apply(List<InboundEvent> more) {
            events.addAll(more);
        }
    }

    @Test
    void shouldApplyEventsInTheirOrder() throws SQLException {
        // Given
        var seen = new Seen();

        // When
        commit(seen, record(event(1)), record(event(2)), record(event(3)));

        // Then
        assertThat(seen.events).extracting(InboundEvent::sequence).containsExactly(1L, 2L, 3L);
        assertThat(seen.events)
                .allMatch(event -> event.key().equals(key) && event.source().equals("/evaluation/v1"));
    }

    @Test
    void shouldApplyARepeatedEventOnce() throws SQLException {
        // Given
        var seen = new Seen();
        var event = event(1);
        commit(seen, record(event), record(event));

        // When
        commit(seen, record(event), record(event(2)));

        // Then
        assertThat(seen.events).extracting(InboundEvent::sequence).containsExactly(1L, 2L);
    }

    @Test
    void shouldNotAskTheHandlerWhenNothingIsNew() throws SQLException {
        // Given
        var event = event(1);
        commit(new Seen(), record(event));

        // When
        commit(
                new TopicHandler() {
                    @Override
                    public String topic() {
                        return TOPIC;
                    }

                    @Override
                    public void apply(List<InboundEvent> events) {
                        throw new AssertionError("nothing is new");
                    }
                },
                record(event));

        // Then
        assertThat(known(event)).isEqualTo(1);
    }

    @Test
    void shouldKnowNothingOfAnEventWhoseEffectWasRolledBack() throws SQLException {
        // Given
        var event = event(1);
        try (var failed = KernelDatabase.begin()) {
            inbox(failed).apply(new Seen(), List.of(record(event)));
        }
        var seen = new Seen();

        // When
        commit(seen, record(event));

        // Then
        assertThat(seen.events).hasSize(1);
    }

    @Test
    void shouldApplyEventsInTheTraceOfTheActTheyTellOf() throws SQLException {
        // Given
        var traces = new ArrayList<String>();
        var counts = new ArrayList<Integer>();
        var follower = new TopicHandler() {
            @Override
            public String topic() {
                return TOPIC;
            }

            @Override
            public void apply(List<InboundEvent> events) {
                traces.add(Trace.id());
                counts.add(events.size());
            }
        };
        var first = "1".repeat(32);
        var second = "2".repeat(32);
        Trace.begin("00-" + "9".repeat(32) + "-00f067aa0ba902b7-01");

        // When
        commit(
                follower,
                record(traced(event(1), first)),
                record(traced(event(2), first)),
                record(traced(event(3), second)),
                record(event(4)));

        // Then
        assertThat(traces).hasSize(3).startsWith(first, second).doesNotHaveDuplicates();
        assertThat(counts).containsExactly(2, 1, 1);
        assertThat(Trace.id()).as("the trace from before").isEqualTo("9".repeat(32));
        Trace.end();
    }

    private static byte[] traced(byte[] event, String id) {
        var field = "\"traceparent\":\"00-" + id + "-00f067aa0ba902b7-01\",\"data\":";
        return new String(event, StandardCharsets.UTF_8)
                .replaceFirst("\"data\":", field)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void F21_shouldApplyAnEventOnceUnderManyConsumersAtOnce() throws Exception {
        // Given
        var event = event(1);
        var start = new CyclicBarrier(MANY);
        Callable<Integer> consumer = () -> {
            var seen = new Seen();
            start.await();
            commit(seen, record(event));
            return seen.events.size();
        };

        // When
        int applied = 0;
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            for (var done : threads.invokeAll(java.util.Collections.nCopies(MANY, consumer))) {
                applied += done.get();
            }
        }

        // Then
        assertThat(applied).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-05T10:20:11.482+07:00, 2026-08-05T03:20:11.482Z",
        "2026-08-05T03:20:11Z, 2026-08-05T03:20:11Z",
        ","
    })
    void shouldSayWhenTheFactWasRecordedIfTheEventDoes(@Nullable String time, @Nullable Instant recorded) {
        // Given
        var event = """
                {"specversion":"1.0","data":{},"id":"%s","sequence":"1","time":%s}""".formatted(UUID.randomUUID(), time == null ? null : '"' + time + '"');

        // When
        var parsed = Inbox.parse(key.toString(), event.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(parsed.time()).isEqualTo(recorded);
    }

    @Test
    void shouldPassATombstoneEachTime() throws SQLException {
        // Given
        var seen = new Seen();

        // When
        commit(seen, record(null), record(event(1)), record(null));

        // Then
        assertThat(seen.events)
                .extracting(InboundEvent::type)
                .startsWith("tombstone")
                .endsWith("tombstone");
        assertThat(seen.events)
                .hasSize(3)
                .first()
                .extracting(InboundEvent::data)
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "NULL",
            value = {
                "NULL | {} | key is not a UUID",
                "H26.1 | {} | key is not a UUID",
                "KEY | Nguyễn Văn A | not JSON",
                "KEY | {\"specversion\":\"1.0\",\"data\": | not JSON",
                "KEY | [] | not a CloudEvent 1.0 with data",
                "KEY | null | not a CloudEvent 1.0 with data",
                "KEY | {\"specversion\":\"0.3\",\"data\":{}} | not a CloudEvent 1.0 with data",
                "KEY | {\"specversion\":\"1.0\"} | not a CloudEvent 1.0 with data",
                "KEY | {\"specversion\":\"1.0\",\"data\":[]} | not a CloudEvent 1.0 with data",
                "KEY | {\"specversion\":\"1.0\",\"data\":{},\"id\":\"Nguyễn Văn A\"} | id is not a UUID",
                "KEY | {\"specversion\":\"1.0\",\"data\":{},\"id\":\"ID\",\"sequence\":\"Nguyễn\"} | sequence is not a number",
                "KEY | {\"specversion\":\"1.0\",\"data\":{},\"id\":\"ID\",\"sequence\":\"1\",\"time\":\"hôm qua\"} | time is not a moment"
            })
    void F12_shouldSayWhatIsWrongWithARecordWithoutQuotingIt(String recordKey, String value, String error) {
        // Given
        var text = value.replace("\"ID\"", "\"" + UUID.randomUUID() + "\"");
        var given = "KEY".equals(recordKey) ? key.toString() : recordKey;

        // Then
        assertThatThrownBy(() -> Inbox.parse(given, text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage(error);
    }

    @Property
    void F12_shouldRefuseAnyOtherBytesInOneWay(@ForAll byte[] noise) {
        assertThatThrownBy(() -> Inbox.parse(key.toString(), noise)).isInstanceOf(UnreadableEvent.class);
    }

    private byte[] event(long sequence) {
        return Events.envelope(TOPIC, "units", key, sequence, java.util.Map.of("code", "H26"));
    }

    private ConsumerRecord<String, byte[]> record(byte[] value) {
        return new ConsumerRecord<>(TOPIC, 0, 0, key.toString(), value);
    }

    @SafeVarargs
    private static void commit(TopicHandler handler, ConsumerRecord<String, byte[]>... records) throws SQLException {
        try (var transaction = KernelDatabase.begin()) {
            inbox(transaction).apply(handler, List.of(records));
            transaction.commit();
        }
    }

    private static Inbox inbox(KernelDatabase.Transaction transaction) {
        var source = transaction.source();
        return new Inbox(source, new DeadLetters(source));
    }

    private int known(byte[] event) throws SQLException {
        try (var connection = KernelDatabase.open().getConnection();
                var query = connection.prepareStatement("select count(*) from inbox_events where id = ?")) {
            query.setObject(1, Inbox.parse(key.toString(), event).id());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
