package vn.gov.hanoi.kernel.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of sent events. The place of an event is the place of its record: the unit that the newest event of the record names, so
 * whoever is entitled to one event of a record is entitled to all.
 */
@ApplicationScoped
class FeedQueries {
    private static final String PLACE = """
            (select p.unit_id from event_log p where p.aggregate_id = %1$s.aggregate_id and p.unit_id is not null
                order by p.sequence desc limit 1)""";

    /** All conditions see one state of the log: the one statement is the snapshot. */
    private static final String PAGE = """
            with looked as materialized (
                select e.position, e.topic, e.type, e.aggregate_id, e.partition_key from event_log e
                where e.position > ? and (cardinality(?::uuid[]) = 0 or e.aggregate_id = any (?)) order by e.position limit ?),
            seen as (
                select l.position from looked l
                where (cardinality(?::text[]) = 0 or l.type = any (?)) and (l.topic = any (?)
                    or l.topic = any (?) and l.partition_key = ?
                    or l.topic = any (?) and exists (select from units_within(?) w where w.id = %1$s)
                    or l.topic = any (?) and (exists (select from units_within(?) w where w.id = %1$s)
                        or exists (select from units_within(%1$s) w where w.id = ?))
                    or l.topic = any (?) and exists (select from units_within(?) w where w.id = unit_of_officer(l.partition_key)))
                order by l.position limit ?)
            select f.purged_to, (select max(position) from event_log) as newest, (select count(*) from looked) as looked,
                (select max(position) from looked) as last_looked, s.position, e.type, e.envelope
            from event_feed f left join seen s on true left join event_log e on e.position = s.position
            order by s.position""".formatted(PLACE.formatted("l"));

    private static final String ARRIVED = """
            select e.position, e.topic, e.type, e.aggregate_id, e.partition_key, %s as unit_id from event_log e
            where e.position > ? order by e.position limit ?""".formatted(PLACE.formatted("e"));

    private static final String REACHED = """
            select r.id from unnest(?::uuid[]) r (id) where exists (select from units_within(r.id) w where w.id = any (?))""";

    private final DataSource database;
    private final int scan;

    @Inject
    FeedQueries(DataSource database, FeedConfig config) {
        this(database, config.scan());
    }

    FeedQueries(DataSource database, int scan) {
        this.database = database;
        this.scan = scan;
    }

    /** An event that was sent a moment ago; {@code unitId} is the place of its record, null if it has none. */
    record Arrived(
            long position,
            String topic,
            String type,
            UUID aggregateId,
            UUID key,
            @Nullable UUID unitId) {}

    /**
     * Refusals: events.position-expired, events.position-invalid for one that is ahead of the log, after a restore.
     *
     * @param after null begins with the oldest event that is kept
     * @param parameter where {@code after} was given
     */
    FeedSlice page(FeedViewer viewer, FeedFilter filter, @Nullable Long after, int limit, String parameter) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PAGE)) {
            bind(connection, statement, viewer, filter, after == null ? 0 : after, limit);
            return slice(statement, after, limit, parameter);
        } catch (SQLException e) {
            throw new IllegalStateException("the feed cannot be read", e);
        }
    }

    private void bind(
            Connection connection,
            PreparedStatement statement,
            FeedViewer viewer,
            FeedFilter filter,
            long after,
            int limit)
            throws SQLException {
        var subjects = connection.createArrayOf("uuid", filter.subjects().toArray());
        var types = texts(connection, filter.types());
        var values = new ArrayList<@Nullable Object>();
        values.addAll(List.of(after, subjects, subjects, scan, types, types, texts(connection, viewer.everywhere())));
        values.add(texts(connection, viewer.own()));
        values.add(viewer.officer());
        values.add(texts(connection, viewer.within()));
        values.add(viewer.root());
        values.add(texts(connection, viewer.near()));
        values.add(viewer.root());
        values.add(viewer.root());
        values.add(texts(connection, viewer.post()));
        values.add(viewer.root());
        values.add(limit);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                statement.setObject(i + 1, null, java.sql.Types.OTHER);
            } else {
                statement.setObject(i + 1, values.get(i));
            }
        }
    }

    private FeedSlice slice(PreparedStatement statement, @Nullable Long after, int limit, String parameter)
            throws SQLException {
        var items = new ArrayList<FeedSlice.Item>();
        try (var rows = statement.executeQuery()) {
            long purgedTo = 0;
            long newest = 0;
            long lastLooked = 0;
            boolean cut = false;
            while (rows.next()) {
                purgedTo = rows.getLong(1);
                newest = Math.max(purgedTo, rows.getLong(2));
                cut = rows.getInt(3) == scan;
                lastLooked = rows.getLong(4);
                if (rows.getObject(5) != null) {
                    items.add(new FeedSlice.Item(
                            rows.getLong(5), rows.getString(6), new String(rows.getBytes(7), StandardCharsets.UTF_8)));
                }
            }
            if (after != null && after < purgedTo) {
                throw FeedPositions.expired(parameter);
            }
            if (after != null && after > newest) {
                throw FeedPositions.invalid(parameter);
            }
            boolean full = items.size() == limit;
            long through = full ? items.getLast().position() : cut ? lastLooked : newest;
            return new FeedSlice(List.copyOf(items), through, full || cut);
        }
    }

    /** The newest position; what is sent later has a greater one. */
    long newest() {
        var sql = "select greatest(purged_to, (select max(position) from event_log)) from event_feed";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the feed cannot be read", e);
        }
    }

    /** What was sent behind a position, in order. */
    List<Arrived> arrived(long after, int most) throws SQLException {
        var found = new ArrayList<Arrived>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ARRIVED)) {
            statement.setLong(1, after);
            statement.setInt(2, most);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Arrived(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getObject(4, UUID.class),
                            rows.getObject(5, UUID.class),
                            rows.getObject(6, UUID.class)));
                }
            }
        }
        return found;
    }

    /** Which of the scopes reach at least one of the units. */
    Set<UUID> reaching(Collection<UUID> roots, Collection<UUID> units) throws SQLException {
        var found = new HashSet<UUID>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(REACHED)) {
            statement.setArray(1, connection.createArrayOf("uuid", roots.toArray()));
            statement.setArray(2, connection.createArrayOf("uuid", units.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    /** The officer with the code; null if this service knows none. */
    @Nullable
    UUID officer(String code) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select officer_of_code(?)")) {
            statement.setString(1, code);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getObject(1, UUID.class) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the officer of a caller cannot be read", e);
        }
    }

    private static java.sql.Array texts(Connection connection, Set<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
