package vn.gov.hanoi.localstack.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the suite on this machine keeps of one request and of all that followed from it, in the order of time. */
final class TraceReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AUDIT = """
            select at, 'audit', action || ' ' || resource || '/' || resource_id || ' by ' || subject from audit_entries where trace_id = ?""";
    private static final String EVENTS = """
            select sent_at, 'event', type || ' ' || aggregate_id || ' to ' || topic from event_log
            where convert_from(envelope, 'UTF8')::jsonb ->> 'traceparent' like '00-' || ? || '-%'""";
    private static final String PENDING = """
            select recorded_at, 'waits', type || ' ' || aggregate_id || ' in the outbox' from outbox_events
            where convert_from(envelope, 'UTF8')::jsonb ->> 'traceparent' like '00-' || ? || '-%'""";

    private final Suite suite;

    TraceReport(Suite suite) {
        this.suite = suite;
    }

    private record Found(Instant at, String line) {}

    /** @param id 32 hexadecimal digits */
    String of(String id) {
        var lines = Arrays.stream(Part.values())
                .filter(part -> part.isService() || part == Part.GATEWAY)
                .flatMap(part -> Stream.concat(
                        logged(part, id).stream(), part == Part.GATEWAY ? Stream.empty() : kept(part, id).stream()))
                .sorted(Comparator.comparing(Found::at))
                .map(Found::line)
                .toList();
        return lines.isEmpty()
                ? "nothing is known of " + id + System.lineSeparator()
                : lines.stream().collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }

    private List<Found> logged(Part part, String id) {
        var file = suite.home().log(part);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.contains(id) && line.startsWith("{"))
                    .map(TraceReport::json)
                    .map(line -> found(
                            OffsetDateTime.parse(line.path("timestamp").asText())
                                    .toInstant(),
                            part,
                            "log",
                            line.path("message").asText()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Found> kept(Part part, String id) {
        var found = new ArrayList<Found>();
        try (var connection = DriverManager.getConnection(
                suite.jdbcUrl(part.key()), "postgres", suite.databasePassword("postgres"))) {
            for (var sql : List.of(AUDIT, EVENTS, PENDING)) {
                try (var query = connection.prepareStatement(sql)) {
                    query.setString(1, id);
                    try (var rows = query.executeQuery()) {
                        while (rows.next()) {
                            var at = rows.getObject(1, OffsetDateTime.class).toInstant();
                            found.add(found(at, part, rows.getString(2), rows.getString(3)));
                        }
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(part.label() + ": the database cannot be asked, " + e.getMessage(), e);
        }
    }

    private static Found found(Instant at, Part part, String kind, String what) {
        return new Found(at, "%s  %-18s  %-5s  %s".formatted(at, part.label(), kind, what));
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
