package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Runs the checks of the books one after the other; each reads all entries. */
@ApplicationScoped
class IntegrityQueries {
    private static final int LIMIT_SECONDS = 10;
    private static final String CANCELLED = "57014";
    private static final String COUNTED =
            "select count(*), (array_agg(id order by id))[1:20] from (select distinct id from (%s) as each (id)) broken";

    private final DataSource database;

    IntegrityQueries(DataSource database) {
        this.database = database;
    }

    /** What must hold of the books as they are recorded. Examples are ids of the records named in the title. */
    enum Check {
        SUMS("Tài khoản có số dư không khớp với bút toán", "Accounts whose sums are not those of their entries", """
                select a.id from accounts a left join (
                    select account_id, count(*) as entries, max(seq) as highest,
                        -sum(amount) filter (where side in ('APPROPRIATION', 'TRANSFER', 'CARRIED')) as allocated,
                        sum(amount) filter (where side = 'COMMITTED') as committed,
                        sum(amount) filter (where side in ('SPENT', 'SETTLED')) as spent,
                        sum(amount) filter (where side = 'SETTLED') as settled,
                        sum(amount) filter (where side = 'RETURNED') as returned
                    from ledger_entries e cross join lateral (values (e.debit, e.amount_vnd), (e.credit, -e.amount_vnd)) s (side, amount)
                    group by account_id) e on e.account_id = a.id
                where (a.allocated_vnd, a.committed_vnd, a.spent_vnd, a.settled_vnd, a.returned_vnd) is distinct from (
                    coalesce(e.allocated, 0)::bigint, coalesce(e.committed, 0)::bigint, coalesce(e.spent, 0)::bigint,
                    coalesce(e.settled, 0)::bigint, coalesce(e.returned, 0)::bigint)"""),
        ORDER("Tài khoản có thứ tự bút toán bị hở", "Accounts whose entries leave a gap in their order", """
                select a.id from accounts a
                left join (select account_id, count(*) as entries, max(seq) as highest from ledger_entries group by account_id) e
                    on e.account_id = a.id
                where a.last_seq <> coalesce(e.entries, 0) or a.last_seq <> coalesce(e.highest, 0)"""),
        NEVER_BELOW_ZERO(
                "Bút toán làm một bên của tài khoản âm",
                "Entries after which a side of the account was below zero",
                """
                select id from (
                    select id, sum(amount) over (partition by account_id, side order by seq) as sum
                    from ledger_entries e cross join lateral (values (e.debit, e.amount_vnd), (e.credit, -e.amount_vnd)) s (side, amount)
                    where side in ('AVAILABLE', 'COMMITTED', 'SPENT', 'SETTLED', 'RETURNED')) r
                where sum < 0"""),
        TIME("Bút toán được ghi trước bút toán đứng trước", "Entries recorded before the one that precedes them", """
                select id from (select id, recorded_at, lag(recorded_at) over (partition by account_id order by seq) as before
                    from ledger_entries) r
                where recorded_at < before"""),
        COMMITMENTS("Cam kết không khớp với bút toán", "Commitments that are not what their entries say", """
                select c.id from ledger_commitments c left join (
                    select commitment_id, sum(amount) filter (where side = 'COMMITTED') as open,
                        sum(amount) filter (where side in ('SPENT', 'SETTLED')) as spent,
                        sum(amount) filter (where side = 'SETTLED') as settled
                    from ledger_entries e cross join lateral (values (e.debit, e.amount_vnd), (e.credit, -e.amount_vnd)) s (side, amount)
                    where commitment_id is not null group by commitment_id) e on e.commitment_id = c.id
                where (c.open_vnd, c.spent_vnd, c.settled_vnd) is distinct from (
                    e.open::bigint, coalesce(e.spent, 0)::bigint, coalesce(e.settled, 0)::bigint)"""),
        TRANSFERS(
                "Chuyển tiền bị thiếu một bên hoặc lẫn nguồn kinh phí",
                "Transfers that lost money, or mixed sources",
                """
                select transfer_id from ledger_entries e join accounts a on a.id = e.account_id
                where transfer_id is not null
                group by transfer_id
                having count(*) <> 2 or count(distinct a.funding_source) <> 1
                    or sum(case 'AVAILABLE' when e.debit then amount_vnd when e.credit then -amount_vnd end) <> 0"""),
        REVERSALS("Bút toán đảo không ngược với bút toán gốc", "Reversals that are not the other way round", """
                select r.id from ledger_entries r join ledger_entries e on e.id = r.reverses_id
                where (r.account_id, r.amount_vnd, r.debit, r.credit) is distinct from (e.account_id, e.amount_vnd, e.credit, e.debit)""");

        private final String vi;
        private final String en;
        private final String sql;

        Check(String vi, String en, String sql) {
            this.vi = vi;
            this.en = en;
            this.sql = sql;
        }

        String id() {
            return "ledger-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String vi() {
            return vi;
        }

        String en() {
            return en;
        }

        /** Selects the ids of what breaks the rule. */
        String sql() {
            return sql;
        }
    }

    /** How a check ended; the whole is as bad as the worst of them. */
    enum State {
        OK,
        /** Not finished within the limit; says nothing. */
        UNFINISHED,
        BROKEN
    }

    @Schema(name = "LedgerIntegrity", description = "What the checks of the books found")
    record IntegrityView(
            @Schema(description = "The worst state of a check: OK, UNFINISHED or BROKEN")
            State state,

            @Schema(description = "Seconds that a single check may take; beyond it is UNFINISHED")
            int limitSeconds,

            @Schema(description = "All checks, in fixed order", maxItems = 100)
            List<CheckView> checks) {}

    @Schema(name = "LedgerIntegrityCheck", description = "A rule of the books, checked over all entries")
    record CheckView(
            @Schema(description = "Stable name", examples = "ledger-sums", maxLength = 40)
            String id,

            @Schema(description = "What breaks the rule, in two languages")
            Title title,

            @Schema(description = "OK, UNFINISHED or BROKEN")
            State state,

            @Schema(description = "Number of records that break the rule")
            long count,

            @Schema(description = "Ids of some of them", maxItems = 20)
            List<UUID> examples) {}

    @Schema(name = "LedgerIntegrityTitle", description = "Text in two languages")
    record Title(
            @Schema(description = "Vietnamese", maxLength = 200)
            String vi,

            @Schema(description = "English", maxLength = 200)
            String en) {}

    /** Each check is a statement of its own outside a transaction, so that none keeps old rows for the others. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    IntegrityView all() {
        var checks = new ArrayList<CheckView>();
        try (var connection = database.getConnection()) {
            for (var check : Check.values()) {
                checks.add(run(connection, check));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("books cannot be checked", e);
        }
        var worst = checks.stream().map(CheckView::state).max(State::compareTo).orElse(State.OK);
        return new IntegrityView(worst, LIMIT_SECONDS, checks);
    }

    private static CheckView run(Connection connection, Check check) throws SQLException {
        var title = new Title(check.vi(), check.en());
        try (var statement = connection.prepareStatement(COUNTED.formatted(check.sql()))) {
            statement.setQueryTimeout(LIMIT_SECONDS);
            try (var row = statement.executeQuery()) {
                row.next();
                long count = row.getLong(1);
                var ids = count == 0
                        ? List.<UUID>of()
                        : List.of((UUID[]) row.getArray(2).getArray());
                return new CheckView(check.id(), title, count == 0 ? State.OK : State.BROKEN, count, ids);
            }
        } catch (SQLException e) {
            if (CANCELLED.equals(e.getSQLState())) {
                return new CheckView(check.id(), title, State.UNFINISHED, 0, List.of());
            }
            throw e;
        }
    }
}
