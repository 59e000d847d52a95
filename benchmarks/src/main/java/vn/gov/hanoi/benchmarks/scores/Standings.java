package vn.gov.hanoi.benchmarks.scores;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import vn.gov.hanoi.benchmarks.Api;

/** The months of a year rolled up (B6), and kept right while one in a hundred is corrected. */
final class Standings {
    /** What a table holds after counting: the same columns for both. */
    private static final String COUNT = """
            insert into %2$s (officer_id, year, count_a, count_b, count_c, count_d, left_out, points_sum)
            select officer_id, %1$s, count(*) filter (where grade = 'A'), count(*) filter (where grade = 'B'),
                count(*) filter (where grade = 'C'), count(*) filter (where grade = 'D'), count(*) filter (where grade is null),
                coalesce(sum(points), 0)
            from sheets
            where period_type = 'MONTH' and period_from between '%1$s-01-01' and '%1$s-12-01' and superseded_at is null
                and state in ('PUBLISHED', 'LOCKED') and outcome in ('RATED', 'NOT_RATED')
            group by officer_id""";

    private static final String WRONG = """
            select count(*) from (select * from %1$s where year = %2$s) a full join counted_again b on b.officer_id = a.officer_id
            where (a.count_a, a.count_b, a.count_c, a.count_d, a.left_out, a.points_sum)
                is distinct from (b.count_a, b.count_b, b.count_c, b.count_d, b.left_out, b.points_sum)""";

    /** One published month in a hundred gets another revision with a point less. */
    private static final String CHOSEN = """
            create temp table corrected as select id from sheets
            where period_type = 'MONTH' and period_from between '%1$s-01-01' and '%1$s-12-01' and superseded_at is null and points > 51
                and hashtext(id::text) %% 100 = 0""";

    private static final String SUPERSEDED =
            "update sheets s set superseded_at = now() from corrected c where c.id = s.id";
    private static final String REVISED = """
            insert into sheets (id, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category, position,
                title, leader, unit_type, sheet_kind, rule_set_id, state, marks, extras, working_days, presence_days, outcome, not_rated,
                points, grade_by_points, grade, digest, decided_by, decided_at, decision_number, published_at, revision, supersedes)
            select uuidv7(), s.closing_id, s.period_type, s.period_from, s.officer_id, s.assignment_id, s.unit_id, s.rating_unit_id,
                s.category, s.position, s.title, s.leader, s.unit_type, s.sheet_kind, s.rule_set_id, s.state, s.marks, s.extras,
                s.working_days, s.presence_days, s.outcome, s.not_rated, s.points - 1, s.grade_by_points, s.grade, s.digest, s.decided_by,
                s.decided_at, s.decision_number, s.published_at, s.revision + 1, s.id
            from corrected c join sheets s on s.id = c.id""";
    private static final String FLOOR_CORRECTED = """
            update floor_standings f set points_sum = f.points_sum + d.points, count_a = f.count_a + d.a, count_b = f.count_b + d.b,
                count_c = f.count_c + d.c, count_d = f.count_d + d.d, left_out = f.left_out + d.without
            from (
                select n.officer_id, sum(n.points - o.points) as points, sum((n.grade = 'A')::int - (o.grade = 'A')::int) as a,
                    sum((n.grade = 'B')::int - (o.grade = 'B')::int) as b, sum((n.grade = 'C')::int - (o.grade = 'C')::int) as c,
                    sum((n.grade = 'D')::int - (o.grade = 'D')::int) as d, sum((n.grade is null)::int - (o.grade is null)::int) as without
                from corrected c join sheets o on o.id = c.id join sheets n on n.supersedes = o.id group by n.officer_id) d
            where f.officer_id = d.officer_id""";

    private final Api operator;
    private final Connection connection;
    private final String year;

    Standings(Api operator, Connection connection, String year) {
        this.operator = operator;
        this.connection = connection;
        this.year = year;
    }

    /** @return a row of the report */
    String counted() throws SQLException {
        double ours = ours();
        double floor = floor();
        floor = (floor + floor()) / 2;
        ours = (ours + ours()) / 2;
        return row("all months", ours, floor);
    }

    /** @return a row of the report; seconds are those of the triggers, and of one statement */
    String corrected() throws SQLException {
        run(CHOSEN.formatted(year), "analyze corrected", "checkpoint");
        double ours = triggers(SUPERSEDED) + triggers(REVISED);
        run("analyze sheets", "vacuum analyze floor_standings", "checkpoint");
        double floor = timed(FLOOR_CORRECTED);
        return row(
                "after " + Months.number(connection, "select count(*) from corrected") + " corrections", ours, floor);
    }

    private double ours() throws SQLException {
        run("delete from annual_standings where year = " + year, "vacuum analyze annual_standings", "checkpoint");
        long began = System.nanoTime();
        var answer = operator.done("/evaluation/v1/annual-standings/actions/recompute", "{\"year\":" + year + "}");
        double seconds = (System.nanoTime() - began) / 1e9;
        if (answer.path("people").asLong() == 0
                || answer.path("people").asLong() != answer.path("corrected").asLong()) {
            throw new IllegalStateException(answer.toString());
        }
        return seconds;
    }

    private double floor() throws SQLException {
        run(
                "drop table if exists floor_standings",
                "create table floor_standings (like annual_standings including all)",
                "alter table floor_standings set (fillfactor = 60)",
                "checkpoint");
        // As ours has it.
        run("set work_mem = '64MB'");
        double seconds = timed(COUNT.formatted(year, "floor_standings"));
        run("reset work_mem");
        return seconds;
    }

    private String row(String what, double ours, double floor) throws SQLException {
        run("drop table if exists counted_again", "create temp table counted_again (like annual_standings)");
        run(COUNT.formatted(year, "counted_again"));
        return String.format(
                Locale.ROOT,
                "%s | %d | %d | %.2f | %.2f | %.2f | %d",
                what,
                Months.number(
                        connection, "select sum(count_a + count_b + count_c + count_d + left_out) from counted_again"),
                Months.number(connection, "select count(*) from counted_again"),
                ours,
                floor,
                ours / floor,
                Months.number(connection, WRONG.formatted("annual_standings", year))
                        + Months.number(connection, WRONG.formatted("floor_standings", year)));
    }

    /** Runs a statement and gives the seconds inside it that the triggers of the standings took. */
    private double triggers(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("explain (analyze, format json) " + sql)) {
            row.next();
            double milliseconds = 0;
            for (var trigger :
                    new JsonMapper().readTree(row.getString(1)).path(0).path("Triggers")) {
                if (trigger.path("Trigger Name").asText().contains("standings")) {
                    milliseconds += trigger.path("Time").asDouble();
                }
            }
            return milliseconds / 1000;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
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
}
