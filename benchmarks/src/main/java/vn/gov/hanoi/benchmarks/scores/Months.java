package vn.gov.hanoi.benchmarks.scores;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The months of a filled suite: which there are, how far they have come, and which agencies rate in them. */
final class Months {
    /** Months before the reform of 2025, of a shipped rule set that takes marks. */
    private static final List<String> MONTHS = List.of("2025-01", "2025-02", "2025-03", "2025-04", "2025-05");

    private static final String AGENCIES = """
            select agency from (
            select distinct (
                select t.ancestor_id from unit_ancestors t
                join unit_states r on r.unit_id = t.ancestor_id and r.superseded_at is null and r.valid_from <= d.day
                    and (r.valid_to is null or r.valid_to > d.day)
                where t.unit_id = a.unit_id and t.superseded_at is null and t.valid_from <= d.day and (t.valid_to is null or t.valid_to > d.day)
                    and r.type <> 'DIVISION'
                order by t.depth limit 1) as agency
            from (select ?::date + 27 as day) d, lateral (
                select distinct unit_id from assignments where main and superseded_at is null and valid_from <= d.day
                    and (valid_to is null or valid_to > d.day)) a) found""";

    private Months() {}

    /** The first months that no earlier run has opened here. */
    static List<String> fresh(Connection connection, int most) throws SQLException {
        var found = new ArrayList<String>();
        for (var month : MONTHS) {
            if (found.size() < most
                    && number(connection, "select count(*) from closings where period_from = ?::date", month + "-01")
                            == 0) {
                found.add(month);
            }
        }
        return found;
    }

    /** Months whose closings are in this state. */
    static List<String> in(Connection connection, String state) throws SQLException {
        return texts(connection, """
                select distinct to_char(period_from, 'YYYY-MM') from closings where period_type = 'MONTH' and state = ? order by 1""", state);
    }

    /** Ids of the agencies that have people in the month. */
    static List<String> agencies(Connection connection, String month) throws SQLException {
        return texts(connection, AGENCIES, month + "-01");
    }

    static long number(Connection connection, String sql, String... values) throws SQLException {
        return Long.parseLong(texts(connection, sql, values).getFirst());
    }

    private static List<String> texts(Connection connection, String sql, String... values) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }
}
