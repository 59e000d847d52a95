package vn.gov.hanoi.benchmarks.scores;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import vn.gov.hanoi.benchmarks.Api;

/**
 * A year opened with all its people, and again after months were corrected; beside it the same months counted and added
 * by plain SQL into the same columns.
 */
final class Years {
    private static final int KEEPERS = 2;
    /** Of a request. */
    private static final int ROWS = 20;

    /** The months that were not rated through the API are the rated one over again, as other sheets of other closings. */
    private static final List<String> COPIED_MONTHS =
            List.of("set session_replication_role = replica", """
            create temp table copied as
            select c.id as old, uuidv7() as id, m::date as month from closings c, generate_series('%1$s-01-01'::date, '%1$s-12-01', '1 month') m
            where c.period_type = 'MONTH' and c.period_from = '%2$s-01'
                and not exists (select from closings k where k.period_type = 'MONTH' and k.period_from = m::date)""", """
            insert into closings (id, period_type, period_from, unit_id, state, opened_by, opened_at, published_by, published_at, row_version)
            select n.id, c.period_type, n.month, c.unit_id, c.state, c.opened_by, c.opened_at, c.published_by, c.published_at, 1
            from copied n join closings c on c.id = n.old""", """
            insert into sheets (id, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category, position,
                title, leader, unit_type, sheet_kind, rule_set_id, state, marks, extras, working_days, presence_days, outcome, not_rated,
                points, grade_by_points, grade, digest, decided_by, decided_at, decision_number, published_at)
            select uuidv7(), n.id, s.period_type, n.month, s.officer_id, s.assignment_id, s.unit_id, s.rating_unit_id, s.category, s.position,
                s.title, s.leader, s.unit_type, s.sheet_kind, s.rule_set_id, s.state, s.marks, s.extras, s.working_days, s.presence_days,
                s.outcome, s.not_rated, s.points, s.grade_by_points, s.grade, s.digest, s.decided_by, s.decided_at, s.decision_number,
                s.published_at
            from copied n join sheets s on s.closing_id = n.old and s.superseded_at is null""", "reset session_replication_role");

    private static final String MONTHS = """
            select k.id, count(*) filter (where s.grade = 'A') as a, count(*) filter (where s.grade = 'B') as b,
                count(*) filter (where s.grade = 'C') as c, count(*) filter (where s.grade = 'D') as d,
                count(s.id) filter (where s.grade is null) as left_out, sum(s.points) as points_sum, round(avg(s.points), 8) as points_mean,
                coalesce(array_agg(s.id order by s.period_from) filter (where s.id is not null), '{}') as sheet_ids,
                coalesce(jsonb_agg(jsonb_build_object('sheetId', s.id, 'from', s.period_from, 'unitId', s.rating_unit_id,
                    'grade', s.grade, 'points', s.points, 'notRated', s.not_rated) order by s.period_from)
                    filter (where s.id is not null), '[]') as months
            from annual_classifications k
            left join sheets s on s.officer_id = k.officer_id and s.period_type = 'MONTH'
                and s.period_from between '%1$s-01-01' and '%1$s-12-31' and s.superseded_at is null
                and s.state in ('PUBLISHED', 'LOCKED') and s.outcome in ('RATED', 'NOT_RATED')
            where k.year = %1$s and k.superseded_at is null%2$s
            group by k.id""";
    private static final List<String> FLOOR_TABLE = List.of("drop table if exists floor_years", """
            create table floor_years (like annual_classifications including defaults including constraints including indexes)""");
    private static final String FLOOR = """
            insert into floor_years (id, closing_id, year, officer_id, assignment_id, unit_id, rating_unit_id, deciding_unit_id, category,
                position, title, leader, unit_type, last_day, rule_set_id, state, count_a, count_b, count_c, count_d, left_out, points_sum,
                points_mean, sheet_ids, months)
            select k.id, k.closing_id, k.year, k.officer_id, k.assignment_id, k.unit_id, k.rating_unit_id, k.deciding_unit_id, k.category,
                k.position, k.title, k.leader, k.unit_type, k.last_day, k.rule_set_id, 'SUGGESTED', r.a, r.b, r.c, r.d, r.left_out,
                r.points_sum, r.points_mean, r.sheet_ids, r.months
            from annual_classifications k join (""" + MONTHS + ") r on r.id = k.id";
    private static final String FLOOR_AGAIN = """
            update floor_years f set count_a = r.a, count_b = r.b, count_c = r.c, count_d = r.d, left_out = r.left_out,
                points_sum = r.points_sum, points_mean = r.points_mean, sheet_ids = r.sheet_ids, months = r.months
            from (""" + MONTHS + ") r where f.id = r.id";
    private static final String OF_CORRECTED =
            " and k.officer_id in (select s.officer_id from corrected c join sheets s on s.id = c.id)";

    /** Classifications whose months are not those that stand, or that suggest nothing. */
    private static final String WRONG = "select count(*) from annual_classifications k join (" + MONTHS + """
            ) r on r.id = k.id
            where (k.count_a, k.count_b, k.count_c, k.count_d, k.left_out, k.points_sum, k.points_mean, k.sheet_ids, k.months)
                is distinct from (r.a, r.b, r.c, r.d, r.left_out, r.points_sum, r.points_mean, r.sheet_ids, r.months) or k.digest is null""";

    private final Api api;
    private final Connection connection;
    private final String year;

    Years(Api api, Connection connection, String year) {
        this.api = api;
        this.connection = connection;
        this.year = year;
    }

    /**
     * What a roll-up took.
     *
     * @param sheets months that are rolled up
     * @param seconds from the first request of two keepers until the last answer
     * @param floor seconds of the plain statement
     * @param wrong classifications that are not as they must be, by SQL
     */
    record Rolled(long sheets, long people, double seconds, double floor, long wrong) {
        String row(String what) {
            return String.format(
                    java.util.Locale.ROOT,
                    "%s | %d | %d | %.2f | %.2f | %.2f | %d",
                    what,
                    sheets,
                    people,
                    seconds,
                    floor,
                    seconds / floor,
                    wrong);
        }
    }

    /** Completes the year from a published month. */
    void fill(String month) throws SQLException {
        for (var each : COPIED_MONTHS) {
            run(each.formatted(year, month));
        }
        run("vacuum analyze sheets", "checkpoint");
    }

    Rolled first() throws SQLException {
        double seconds = openAll();
        for (var each : FLOOR_TABLE) {
            run(each);
        }
        run("checkpoint");
        return rolled(seconds, timed(FLOOR.formatted(year, "")));
    }

    /** After {@link Standings#corrected}: units are opened again, as the keepers do who are told of stale suggestions. */
    Rolled again() throws SQLException {
        run("checkpoint");
        double floor = timed(FLOOR_AGAIN.formatted(year, OF_CORRECTED));
        return rolled(openAll(), floor);
    }

    private Rolled rolled(double seconds, double floor) throws SQLException {
        return new Rolled(
                number("""
                        select count(*) from sheets where period_type = 'MONTH' and superseded_at is null
                            and period_from between '%1$s-01-01' and '%1$s-12-01'"""),
                number("select count(*) from annual_classifications where year = %1$s and superseded_at is null"),
                seconds,
                floor,
                number(WRONG.formatted(year, "")));
    }

    private double openAll() throws SQLException {
        var units = units();
        long began = System.nanoTime();
        try (var keepers = Executors.newFixedThreadPool(KEEPERS)) {
            var acts = new ArrayList<Future<?>>();
            for (int i = 0; i < units.size(); i += ROWS) {
                var rows = units.subList(i, Math.min(i + ROWS, units.size()));
                acts.add(keepers.submit(() -> open(rows)));
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
        return (System.nanoTime() - began) / 1e9;
    }

    private void open(List<String> units) {
        var rows = units.stream().map(unit -> """
                        {"rowId":"%2$s","op":"CREATE","body":{"year":%1$s,"unitId":"%2$s"}}""".formatted(year, unit)).collect(Collectors.joining(","));
        var answer = api.bulk("/evaluation/v1/annual-closings/bulk", "{\"rows\":[" + rows + "]}");
        if (answer.path("summary").path("failed").asInt() > 0) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private List<String> units() throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select unit_id from closings where period_type = 'MONTH' and period_from = '%s-12-01' order by id"
                                .formatted(year))) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private double timed(String sql) throws SQLException {
        long began = System.nanoTime();
        run(sql);
        return (System.nanoTime() - began) / 1e9;
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
                var row = statement.executeQuery(sql.contains("%1$s") ? sql.formatted(year) : sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
