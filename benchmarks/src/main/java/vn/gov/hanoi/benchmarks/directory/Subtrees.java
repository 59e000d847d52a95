package vn.gov.hanoi.benchmarks.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import vn.gov.hanoi.benchmarks.Latencies;
import vn.gov.hanoi.benchmarks.Report;

/**
 * The same page of 50 officers by SQL alone, with each way to know a subtree, as the service does it, and without any scope. The ltree
 * paths stand in a schema of the benchmark's own.
 */
final class Subtrees {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 3;
    private static final int LEAST = 3;
    private static final long MOST_NANOS = 5_000_000_000L;
    private static final long SEED = 13;

    private static final List<String> PREPARE = List.of(
            "drop schema if exists bench cascade",
            "create schema bench",
            "create extension if not exists ltree schema bench",
            """
            create table bench.unit_paths as
            with recursive down as (
                select unit_id, replace(unit_id::text, '-', '')::bench.ltree as path from unit_states
                where parent_id is null and superseded_at is null
                union all
                select s.unit_id, bench.ltree_addtext(d.path, replace(s.unit_id::text, '-', ''))
                from unit_states s join down d on s.parent_id = d.unit_id
                where s.superseded_at is null and s.valid_to is null)
            select * from down""",
            "alter table bench.unit_paths add primary key (unit_id)",
            "create index on bench.unit_paths using gist (path)",
            "analyze bench.unit_paths",
            // For the statements beside ours; the service itself needs no such index.
            "create index bench_sort_key on officer_states (sort_key, officer_id)");

    private static final String PAGE = """
            select s.officer_id, s.sort_key from officer_states s
            where s.superseded_at is null and (s.sort_key, s.officer_id) > (?, ?)%s
            order by s.sort_key, s.officer_id limit 50""";

    private static final String SCOPED = """
             and exists (select 1 from assignments v where v.officer_id = s.officer_id and v.superseded_at is null
                and v.valid_to is null and v.unit_id in (%s))""";

    private static final String CLOSURE =
            "select unit_id from unit_ancestors where ancestor_id = ? and superseded_at is null and valid_to is null";

    private static final String RECURSIVE = """
            with recursive below as (
                select ?::uuid as unit_id
                union all
                select s.unit_id from unit_states s join below b on s.parent_id = b.unit_id
                where s.superseded_at is null and s.valid_to is null)
            select unit_id from below""";

    private static final String LTREE = """
            select unit_id from bench.unit_paths
            where path operator(bench.<@) (select path from bench.unit_paths where unit_id = ?)""";

    private static final String OWN = """
            select p.officer_id, p.sort_key from officer_scopes p
            where (p.sort_key, p.officer_id) > (?, ?) and p.ancestor_id = ? and p.until > current_date
            order by p.sort_key, p.officer_id limit 50""";

    private final Connection connection;
    private final People people;
    private final Report report;
    private final Consumer<String> progress;

    Subtrees(Connection connection, People people, Report report, Consumer<String> progress) {
        this.connection = connection;
        this.people = people;
        this.report = report;
        this.progress = progress;
    }

    /** A statement with two places for the cursor and, if scoped, one for the unit. */
    private record Way(String name, String sql, boolean scoped) {
        static Way of(String name, String subtree) {
            return new Way(name, PAGE.formatted(SCOPED.formatted(subtree)), true);
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way("without scope", PAGE.formatted(""), false),
            Way.of("closure table", CLOSURE),
            Way.of("recursive CTE", RECURSIVE),
            Way.of("ltree", LTREE),
            new Way("officer_scopes (ADR 012)", OWN, true));

    void run(List<Reader> readers, int requests) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : PREPARE) {
                statement.execute(sql);
            }
        }
        sets(readers, requests);
        report.section("The same page by SQL");
        report.paragraph(
                "Ids and sort keys of the next 50 after a random place, one prepared statement over JDBC, rounds of all ways by turns. "
                        + "Every page equals the oracle's. The ratio is to the statement without scope, by p50.");
        for (var reader : readers) {
            report.table("reader | way | calls | p50 ms | p95 ms | p99 ms | max ms | ratio", pages(reader, requests));
        }
    }

    private List<String> pages(Reader reader, int requests) throws SQLException {
        var visible = people.within(reader.unitId(), null);
        var everybody = people.everybody();
        var times = new ArrayList<List<Long>>();
        var random = new Random(SEED);
        WAYS.forEach(_ -> times.add(new ArrayList<>()));
        for (var round = 0; round < ROUNDS; round++) {
            for (var way = 0; way < WAYS.size(); way++) {
                progress.accept(reader.level() + ": " + WAYS.get(way).name() + ", round " + (round + 1));
                var list = WAYS.get(way).scoped() ? visible : everybody;
                times.get(way).addAll(round(WAYS.get(way), reader, list, requests / ROUNDS, random));
            }
        }
        var floor = latencies(times.getFirst()).millis(50);
        var rows = new ArrayList<String>();
        for (var way = 0; way < WAYS.size(); way++) {
            var own = latencies(times.get(way));
            rows.add(String.format(
                    Locale.ROOT,
                    "%s | %s | %d | %s | %.1f",
                    reader.level(),
                    WAYS.get(way).name(),
                    own.count(),
                    own.cells(),
                    own.millis(50) / floor));
        }
        return rows;
    }

    private static Latencies latencies(List<Long> times) {
        return new Latencies(times.stream().mapToLong(Long::longValue).toArray());
    }

    /** At least a few calls, and no more than the time of a round allows. */
    private List<Long> round(Way way, Reader reader, List<UUID> expected, int calls, Random random)
            throws SQLException {
        var times = new ArrayList<Long>();
        var keys = people.sortKeys();
        try (var statement = connection.prepareStatement(way.sql())) {
            var begin = System.nanoTime();
            for (var i = -WARM_UP; i < calls; i++) {
                var at = random.nextInt(expected.size());
                statement.setString(1, keys.get(expected.get(at)));
                statement.setObject(2, expected.get(at));
                if (way.scoped()) {
                    statement.setObject(3, reader.unitId());
                }
                var start = System.nanoTime();
                var found = ids(statement);
                var nanos = System.nanoTime() - start;
                if (!found.equals(expected.subList(at + 1, Math.min(at + 51, expected.size())))) {
                    throw new IllegalStateException(way.name() + ": a page for " + reader.user() + " is wrong");
                }
                var late = System.nanoTime() - begin > MOST_NANOS;
                // A slow way is warm after fewer calls.
                if (i >= 0 || late) {
                    times.add(nanos);
                }
                if (late && times.size() >= LEAST) {
                    break;
                }
            }
        }
        return times;
    }

    /** The units of a subtree alone. */
    private void sets(List<Reader> readers, int requests) throws SQLException {
        var rows = new ArrayList<String>();
        for (var reader : readers) {
            var expected = new HashSet<Set<UUID>>();
            for (var way : List.of(
                    new Way("closure table", CLOSURE, true),
                    new Way("recursive CTE", RECURSIVE, true),
                    new Way("ltree", LTREE, true))) {
                var times = new ArrayList<Long>();
                try (var statement = connection.prepareStatement(way.sql())) {
                    statement.setObject(1, reader.unitId());
                    for (var i = -WARM_UP; i < Math.min(requests, 500); i++) {
                        var start = System.nanoTime();
                        var found = ids(statement);
                        var nanos = System.nanoTime() - start;
                        if (i >= 0) {
                            times.add(nanos);
                        }
                        expected.add(Set.copyOf(found));
                    }
                }
                rows.add(reader.level() + " | " + way.name() + " | "
                        + latencies(times).cells());
            }
            if (expected.size() != 1) {
                throw new IllegalStateException("the ways disagree about the subtree of " + reader.unitCode());
            }
        }
        report.section("The units of a subtree");
        report.table("reader | way | p50 ms | p95 ms | p99 ms | max ms", rows);
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        var found = new ArrayList<UUID>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }
}
