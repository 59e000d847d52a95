package vn.gov.hanoi.kernel.feed;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.KernelDatabase;

/** Units, officers and sent events in one transaction that is never committed. */
final class TestLog implements AutoCloseable {
    static final String TYPE = "vn.gov.hanoi.%s.told.v1";

    final KernelDatabase.Transaction transaction;
    private final Map<UUID, Long> sequences = new HashMap<>();

    TestLog() throws SQLException {
        transaction = KernelDatabase.begin();
    }

    FeedQueries queries() {
        return queries(5_000);
    }

    FeedQueries queries(int scan) {
        return new FeedQueries(transaction.source(), scan);
    }

    UUID unit(@Nullable UUID parent) throws SQLException {
        var id = UUID.randomUUID();
        execute(
                "insert into units (id, code, name, type, parent_id, valid_from, sequence) values (?, ?, 'x', 'X', ?, '2018-01-01', 1)",
                id,
                id.toString(),
                parent);
        execute(
                "insert into unit_states (unit_id, name, type, parent_id, valid_from) values (?, 'x', 'X', ?, '2018-01-01')",
                id,
                parent);
        execute("select follow_units(array[?::uuid])", id);
        return id;
    }

    UUID officer(UUID unit) throws SQLException {
        var id = UUID.randomUUID();
        execute(
                "insert into officers (id, officer_code, full_name, category, sequence) values (?, ?, 'x', 'X', 1)",
                id,
                id.toString());
        post(id, unit, "2018-01-01");
        return id;
    }

    void post(UUID officer, UUID unit, String from) throws SQLException {
        execute("""
                insert into assignments (id, officer_id, unit_id, position, title, leader, main, valid_from, kind, category)
                values (gen_random_uuid(), ?, ?, 'STAFF', 'x', false, true, ?::date, 'REGULAR', 'X')""", officer, unit, from);
    }

    /** The next event of a record. */
    long told(String topic, UUID record, UUID key, @Nullable UUID unit) throws SQLException {
        long sequence = sequences.merge(record, 1L, Math::addExact);
        try (var insert = transaction.connection().prepareStatement("""
                insert into event_log (id, topic, type, aggregate_id, sequence, partition_key, envelope, unit_id)
                values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?) returning position""")) {
            insert.setString(1, topic);
            insert.setString(2, TYPE.formatted(topic));
            insert.setObject(3, record);
            insert.setLong(4, sequence);
            insert.setObject(5, key);
            insert.setBytes(6, (record + " " + sequence).getBytes(StandardCharsets.UTF_8));
            insert.setObject(7, unit, java.sql.Types.OTHER);
            try (var rows = insert.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    void aged(int days) throws SQLException {
        var then = OffsetDateTime.now(ZoneOffset.UTC).minusDays(days);
        execute("update event_log set sent_at = ?", then);
    }

    void execute(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null) {
                    statement.setObject(i + 1, null, java.sql.Types.OTHER);
                } else {
                    statement.setObject(i + 1, values[i]);
                }
            }
            statement.execute();
        }
    }

    /** A viewer of topics that have the names of their reach: within, near, post, all, own. */
    static FeedViewer viewer(UUID root, @Nullable UUID officer) {
        return new FeedViewer(
                "somebody",
                Set.of("within"),
                Set.of("near"),
                Set.of("post"),
                Set.of("all"),
                Set.of("own"),
                root,
                officer,
                Instant.MAX);
    }

    static List<String> envelopes(FeedSlice slice) {
        return slice.items().stream().map(FeedSlice.Item::envelope).toList();
    }

    @Override
    public void close() throws SQLException {
        transaction.close();
    }
}
