package vn.gov.hanoi.benchmarks.scores;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What plain SQL needs for the same rows in the same columns with the same keys and indexes, without validation and events. */
final class Floor {
    private static final String TABLES = """
            drop table if exists floor_sheets, floor_entries;
            create table floor_sheets (like sheets including defaults including constraints including indexes);
            create table floor_entries (like sheet_entries including defaults including constraints including indexes)""";
    /** The sheets as they were opened. */
    private static final String OPENED = """
            insert into floor_sheets (id, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category,
                position, title, leader, unit_type, sheet_kind, rule_set_id, state, working_days)
            select id, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category, position, title,
                leader, unit_type, sheet_kind, rule_set_id, 'OPENED', working_days
            from sheets where period_from = '%1$s' and superseded_at is null""";

    private static final String INSERT =
            "insert into floor_sheets select * from sheets where period_from = '%1$s' and superseded_at is null";
    private static final String UPDATE = """
            update floor_sheets f set state = s.state, marks = s.marks, extras = s.extras, presence_days = s.presence_days,
                outcome = s.outcome, not_rated = s.not_rated, points = s.points, grade_by_points = s.grade_by_points, grade = s.grade,
                digest = s.digest, decided_by = s.decided_by, decided_at = s.decided_at, decision_number = s.decision_number,
                decision_collective = s.decision_collective, decision_minutes = s.decision_minutes, row_version = f.row_version + 1
            from sheets s where s.id = f.id""";
    private static final String ENTRIES = """
            insert into floor_entries select e.* from sheet_entries e join sheets s on s.id = e.sheet_id
            where s.period_from = '%1$s' and s.superseded_at is null""";

    private final Connection connection;
    private final String day;

    Floor(Connection connection, String month) {
        this.connection = connection;
        this.day = month + "-01";
    }

    /** Seconds for inserting sheets and entries, each round into new tables. */
    List<Double> inserting(int rounds) throws SQLException {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            run(TABLES, "checkpoint");
            seconds.add(timed(INSERT, ENTRIES));
        }
        return seconds;
    }

    /** Seconds for what really happens: opened sheets are changed, entries inserted. */
    List<Double> changing(int rounds) throws SQLException {
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            run(TABLES, OPENED, "analyze floor_sheets", "checkpoint");
            seconds.add(timed(UPDATE, ENTRIES));
        }
        run("drop table floor_sheets, floor_entries");
        return seconds;
    }

    private double timed(String... statements) throws SQLException {
        long began = System.nanoTime();
        connection.setAutoCommit(false);
        run(statements);
        connection.commit();
        connection.setAutoCommit(true);
        return (System.nanoTime() - began) / 1e9;
    }

    private void run(String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each.formatted(day));
            }
        }
    }
}
