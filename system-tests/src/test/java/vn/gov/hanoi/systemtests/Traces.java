package vn.gov.hanoi.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the suite keeps of one request and of what followed from it, found by the trace id as an operator finds it. */
final class Traces {
    private static final String AUDIT = """
            select subject || ' ' || action from audit_entries where trace_id = ? order by at, id""";
    private static final String EVENTS = """
            select topic from event_log where convert_from(envelope, 'UTF8')::jsonb ->> 'traceparent' like '00-' || ? || '-%' order by position""";

    private Traces() {}

    /** Lines that a part of the suite wrote. */
    static List<String> log(String part, String id) {
        try (var lines = Files.lines(City.suite().log(part, 1))) {
            return lines.filter(line -> line.contains(id)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Audit entries of a service, as "subject action". */
    static List<String> audit(String service, String id) {
        return read(service, AUDIT, id);
    }

    /** Topics of the events that a service told the others. */
    static List<String> events(String service, String id) {
        return read(service, EVENTS, id);
    }

    private static List<String> read(String service, String sql, String id) {
        try (var connection = DriverManager.getConnection(
                        City.suite().jdbcUrl(service), "postgres", City.suite().databasePassword("postgres"));
                var query = connection.prepareStatement(sql)) {
            query.setString(1, id);
            var found = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
