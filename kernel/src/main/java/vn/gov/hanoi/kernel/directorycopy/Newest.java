package vn.gov.hanoi.kernel.directorycopy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.inbox.InboundEvent;

/** Of several events about the same records, those that count. An event carries the whole state, so the newest is enough. */
final class Newest {
    private Newest() {}

    /**
     * The newest event of each record, without those whose stored sequence is as new.
     *
     * @param table with the columns id and sequence
     */
    static Collection<InboundEvent> of(Connection connection, String table, List<InboundEvent> events)
            throws SQLException {
        var newest = new LinkedHashMap<UUID, InboundEvent>();
        for (var event : events) {
            var known = newest.get(event.key());
            if (known == null || event.data() == null || known.sequence() < event.sequence()) {
                newest.put(event.key(), event);
            }
        }
        forgetKnown(connection, table, newest);
        return newest.values();
    }

    private static void forgetKnown(Connection connection, String table, Map<UUID, InboundEvent> newest)
            throws SQLException {
        var sql = "select id, sequence from " + table + " where id = any (?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1, connection.createArrayOf("uuid", newest.keySet().toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var id = rows.getObject(1, UUID.class);
                    var event = newest.get(id);
                    if (event != null && event.data() != null && event.sequence() <= rows.getLong(2)) {
                        newest.remove(id);
                    }
                }
            }
        }
    }

    /** Deletes by id; {@code where} is table and column, for example {@code units where id}. */
    static void erase(Connection connection, Object[] ids, List<String> wheres) throws SQLException {
        for (var where : wheres) {
            try (var delete = connection.prepareStatement("delete from " + where + " = any (?)")) {
                delete.setArray(1, connection.createArrayOf("uuid", ids));
                delete.executeUpdate();
            }
        }
    }
}
