package vn.gov.hanoi.benchmarks.scores;

import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import vn.gov.hanoi.benchmarks.Api;

/** A month closed: every result of every unit published, the cap checked, events and audit written; beside it the same by plain SQL. */
final class Closings {
    private static final int KEEPERS = 4;
    /** Of a request. */
    private static final int ROWS = 50;
    /** Of the rule set of the months: a unit may give the top grade to 30 % of those it rated, rounded down. */
    private static final String OVER_CAP = """
            select count(*) from (
                select from sheets where period_from = '%1$s' and superseded_at is null and outcome = 'RATED'
                group by closing_id, rule_set_id
                having count(*) filter (where grade = 'A') > floor(count(*) * 0.3)) over""";

    private static final List<String> FLOOR =
            List.of("create temp table over on commit drop as " + OVER_CAP, """
            update sheets set state = 'PUBLISHED', published_at = now(), row_version = row_version + 1
            where period_from = '%1$s' and superseded_at is null and state = 'DECIDED'""", """
            update closings set state = 'PUBLISHED', published_at = now(), published_by = 'floor', row_version = row_version + 1
            where period_from = '%1$s' and state = 'OPEN'""", """
            insert into outbox_events (id, topic, type, aggregate_id, sequence, partition_key, envelope, bulk)
            select uuidv7(), 'evaluation.result', 'vn.gov.hanoi.evaluation.result.published.v1', s.id, 1, s.officer_id,
                convert_to(jsonb_build_object('specversion', '1.0', 'id', s.id, 'source', '/evaluation/v1', 'time', now(),
                    'subject', 'evaluations/' || s.id, 'sequence', '0000000001', 'partitionkey', s.officer_id, 'data', jsonb_build_object(
                        'id', s.id, 'officerId', s.officer_id, 'unitId', s.unit_id, 'ratingUnitId', s.rating_unit_id, 'closingId',
                        s.closing_id, 'outcome', s.outcome, 'grade', s.grade, 'revision', s.revision))::text, 'UTF8'), true
            from sheets s where period_from = '%1$s' and superseded_at is null""", """
            insert into event_sequences (aggregate_id, last)
            select s.id, 1 from sheets s where period_from = '%1$s' and superseded_at is null""", """
            insert into audit_entries (id, at, subject, client, action, resource, resource_id, unit_id, details, trace_id)
            select uuidv7(), now(), 'floor', 'floor', 'closing.publish', 'closings', c.id, c.unit_id, '{}', repeat('0', 32)
            from closings c where period_from = '%1$s'""");

    /** Results that are not published or not told once, and groups over the cap. */
    private static final String WRONG = "select (" + OVER_CAP + """
            ) + (select count(*) from closings where period_from = '%1$s' and state <> 'PUBLISHED')
            + (select count(*) from sheets s where period_from = '%1$s' and superseded_at is null and (s.state <> 'PUBLISHED' or 1 <> (
                select count(*) from (
                    select e.aggregate_id from outbox_events e where e.aggregate_id = s.id union all
                    select l.aggregate_id from event_log l where l.aggregate_id = s.id) told)))""";

    private final Api api;
    private final Connection connection;
    private final String day;

    Closings(Api api, Connection connection, String month) {
        this.api = api;
        this.connection = connection;
        this.day = month + "-01";
    }

    /**
     * What closing a month took.
     *
     * @param seconds from the first request of four keepers until the last answer
     * @param floor seconds of the plain statements in one transaction, which is rolled back
     * @param wrong results, units and groups that are not as they must be, by SQL
     */
    record Closed(int units, int results, double seconds, double floor, long wrong) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "%d | %d | %.1f | %.1f | %.2f | %d",
                    units,
                    results,
                    seconds,
                    floor,
                    seconds / floor,
                    wrong);
        }
    }

    Closed publish() throws SQLException {
        double floor = floor();
        run("vacuum analyze sheets", "vacuum outbox_events", "checkpoint");
        var open = open();
        long began = System.nanoTime();
        try (var keepers = Executors.newFixedThreadPool(KEEPERS)) {
            var acts = new ArrayList<Future<?>>();
            for (int i = 0; i < open.size(); i += ROWS) {
                var rows = open.subList(i, Math.min(i + ROWS, open.size()));
                acts.add(keepers.submit(() -> publish(rows)));
            }
            for (var act : acts) {
                act.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Closed(open.size(), (int) number("""
                        select count(*) from sheets where period_from = '%1$s' and superseded_at is null"""), seconds, floor, number(WRONG));
    }

    private void publish(List<Open> open) {
        var rows = open.stream()
                .map(each -> """
                        {"rowId":"%1$s","op":"ACTION","id":"%1$s","action":"publish","ifMatch":%2$s}""".formatted(each.id(), TextNode.valueOf(each.etag())))
                .collect(Collectors.joining(","));
        var answer = api.bulk("/evaluation/v1/closings/bulk", "{\"rows\":[" + rows + "]}");
        if (answer.path("summary").path("failed").asInt() > 0) {
            throw new IllegalStateException(answer.toString());
        }
    }

    /** A closing as its keeper has read it. */
    private record Open(String id, String etag) {}

    private List<Open> open() throws SQLException {
        var found = new ArrayList<Open>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select id from closings where period_from = '%s' and state = 'OPEN' order by id"
                                .formatted(day))) {
            while (row.next()) {
                var id = row.getString(1);
                found.add(new Open(id, api.etag("/evaluation/v1/closings/" + id)));
            }
        }
        return found;
    }

    private double floor() throws SQLException {
        run("checkpoint");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            long began = System.nanoTime();
            for (var each : FLOOR) {
                statement.execute(each.formatted(day));
            }
            return (System.nanoTime() - began) / 1e9;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void run(String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql.formatted(day))) {
            row.next();
            return row.getLong(1);
        }
    }
}
