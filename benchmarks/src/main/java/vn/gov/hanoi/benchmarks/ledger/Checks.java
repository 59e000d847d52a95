package vn.gov.hanoi.benchmarks.ledger;

import java.sql.DriverManager;
import java.sql.SQLException;
import vn.gov.hanoi.localstack.launcher.Suite;

/** Independent questions to the database: do the books add up? */
final class Checks {
    private final Suite suite;

    Checks(Suite suite) {
        this.suite = suite;
    }

    long wrongSums() {
        return number("""
                select count(*) from accounts a left join (
                    select account_id, count(*) as entries,
                        sum(amount_vnd) filter (where kind = 'ALLOCATION') as allocated,
                        coalesce(sum(amount_vnd) filter (where kind = 'COMMITMENT'), 0) as committed
                    from ledger_entries group by account_id) e on e.account_id = a.id
                where (a.last_seq, a.allocated_vnd, a.committed_vnd) is distinct from (e.entries, e.allocated::bigint, e.committed::bigint)
                    or a.committed_vnd <> (select coalesce(sum(c.open_vnd), 0) from ledger_commitments c where c.account_id = a.id)""");
    }

    long gaps() {
        return number(
                "select count(*) from (select 1 from ledger_entries group by account_id having max(seq) <> count(*) or min(seq) <> 1) g");
    }

    long overspent() {
        return number("select count(*) from accounts where committed_vnd + spent_vnd + returned_vnd > allocated_vnd");
    }

    long keysLessEntries() {
        return number("""
                select (select count(*) from idempotency_keys where location like '/training/v1/ledger-entries/%')
                    - (select count(*) from ledger_entries where kind = 'COMMITMENT')""");
    }

    long entries() {
        return number("select count(*) from ledger_entries");
    }

    private long number(String sql) {
        try (var connection = DriverManager.getConnection(
                        suite.jdbcUrl("training"), "postgres", suite.databasePassword("postgres"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the benchmark's own statement failed", e);
        }
    }
}
