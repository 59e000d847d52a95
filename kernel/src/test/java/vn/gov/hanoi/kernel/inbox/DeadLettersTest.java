package vn.gov.hanoi.kernel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.testing.KernelDatabase;

class DeadLettersTest {
    private static final byte[] NOISE = {0, (byte) 0xff, '"', '{', 0};

    private final String topic = "directory." + UUID.randomUUID();
    private final DeadLetters deadLetters = new DeadLetters(KernelDatabase.open());

    private record Row(String key, byte[] value, String error, int attempts, String state) {}

    @Test
    void F12_shouldKeepTheRecordByteForByte() throws SQLException {
        // When
        deadLetters.add(record(7, "key", NOISE), new UnreadableEvent("not JSON"), 3);

        // Then
        assertThat(rows())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new Row("key", NOISE, "UnreadableEvent: not JSON", 3, "OPEN"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "\u0000", "a\u0000b", "Nguyễn Văn A", "' or 1=1 --"})
    void F12_shouldKeepARecordWithAnyKey(String key) throws SQLException {
        // When
        deadLetters.add(record(1, key, NOISE), new UnreadableEvent("key is not a UUID"), 3);

        // Then
        assertThat(rows()).extracting(Row::key).containsExactly(key == null ? null : key.replace('\u0000', '\ufffd'));
    }

    @Test
    void F12_shouldKeepATombstoneAndALargeRecord() throws SQLException {
        // When
        deadLetters.add(record(1, "key", null), new UnreadableEvent("x"), 3);
        deadLetters.add(record(2, "key", new byte[10_000_000]), new UnreadableEvent("x"), 3);

        // Then
        assertThat(rows())
                .extracting(row -> row.value() == null ? -1 : row.value().length)
                .containsExactly(-1, 10_000_000);
    }

    @Test
    void shouldKeepARecordReadTwiceOnceButANewOneAtTheSameOffset() throws SQLException {
        // Given
        deadLetters.add(record(1, "key", NOISE), new UnreadableEvent("x"), 3);

        // When
        deadLetters.add(record(1, "key", NOISE), new UnreadableEvent("x"), 3);
        deadLetters.add(
                record(1, "key", "after the broker lost its data".getBytes(StandardCharsets.UTF_8)),
                new UnreadableEvent("x"),
                3);

        // Then
        assertThat(rows()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Văn A", "001099012345"})
    void shouldNotQuoteTheRecordInTheError(String secret) {
        // Given
        var errors = List.of(
                catchThrowable(() -> UUID.fromString(secret + "-")),
                catchThrowable(() -> Long.parseLong(secret + "x")),
                catchThrowable(() -> java.time.LocalDate.parse(secret)),
                new IllegalStateException(
                        "x", new SQLException("duplicate key (full_name)=(" + secret + ")", "23505")));

        // Then
        assertThat(errors).extracting(DeadLetters::describe).noneMatch(text -> text.contains(secret));
        assertThat(DeadLetters.describe(errors.getLast())).isEqualTo("database refused, state 23505");
    }

    @Test
    void shouldSayWhichOfOurChecksFailedOrWhere() {
        assertThat(DeadLetters.describe(new RuntimeException(new NullPointerException("event without code"))))
                .isEqualTo("NullPointerException: event without code");
        assertThat(DeadLetters.describe(new Refused(KernelProblem.CONFLICT))).isEqualTo("Refused: resource.conflict");
        assertThat(DeadLetters.describe(new IllegalArgumentException("any")))
                .matches("IllegalArgumentException at DeadLettersTest\\.java:\\d+");
        assertThat(DeadLetters.describe(new UnreadableEvent("x".repeat(10_000))))
                .hasSize(500);
    }

    private ConsumerRecord<String, byte[]> record(long offset, String key, byte[] value) {
        return new ConsumerRecord<>(topic, 0, offset, key, value);
    }

    private List<Row> rows() throws SQLException {
        var sql = "select record_key, record_value, error, attempts, state from dead_letters where topic = ?"
                + " order by record_offset";
        var found = new ArrayList<Row>();
        try (var connection = KernelDatabase.open().getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, topic);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(
                            rows.getString(1), rows.getBytes(2), rows.getString(3), rows.getInt(4), rows.getString(5)));
                }
            }
        }
        return found;
    }
}
