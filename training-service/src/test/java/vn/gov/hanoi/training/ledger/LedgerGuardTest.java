package vn.gov.hanoi.training.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.TestPlan;

/** What the database itself refuses to the run-time role, should the code ever forget. */
@QuarkusTest
@WithStack
class LedgerGuardTest {
    private static final String ROLE = "training_app";
    private static final String NOT_ALLOWED = "42501";
    private static final String CHECK_VIOLATED = "23514";

    /** A sequence that no test reaches. */
    private static final long FAR = 1_000_000;

    private static final String ENTRY = """
            insert into ledger_entries (id, account_id, seq, kind, debit, credit, amount_vnd, description, recorded_at,
                recorded_by, commitment_id)
            select id, ?, seq, kind, debit, credit, amount, 'x', now(), 'x',
                case kind when 'COMMITMENT' then id when 'REFUND' then gen_random_uuid() end
            from (select gen_random_uuid() as id, %s as seq, '%s' as kind, '%s' as debit, '%s' as credit, %s as amount) x""";

    private UUID account;

    @BeforeEach
    void postSomething() {
        account = UUID.fromString(TestPlan.roomy().account("C"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entries set amount_vnd = 1",
                "update ledger_entries set description = 'x'",
                "delete from ledger_entries",
                "truncate ledger_entries cascade",
                "alter table ledger_entries disable trigger all",
                "alter table ledger_entries drop constraint ck_ledger_entries_amount",
                "drop table ledger_entries",
                "delete from accounts",
                "delete from ledger_commitments",
                "truncate ledger_commitments",
                "truncate accounts cascade",
                "alter table accounts drop constraint ck_accounts_limit",
                "update plan_decisions set legal_basis = 'x'",
                "delete from plan_decisions",
                "truncate plan_decisions cascade",
                "update audit_entries set subject = 'x'",
                "delete from audit_entries",
                "truncate audit_entries",
                "set role training_owner",
                "create table own (id int)"
            })
    void shouldNotLetTheServiceRewriteHistory(String sql) throws SQLException {
        // Given
        long before = Database.count("select sum(amount_vnd) + count(*) from ledger_entries");

        // When
        var refusal = refusal(sql);

        // Then
        assertThat(refusal).isEqualTo(NOT_ALLOWED);
        assertThat(Database.count("select sum(amount_vnd) + count(*) from ledger_entries"))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "committed_vnd = allocated_vnd + 1",
                "committed_vnd = -1",
                "spent_vnd = -1",
                "spent_vnd = allocated_vnd - committed_vnd + 1",
                "allocated_vnd = committed_vnd - 1",
                "allocated_vnd = 9007199254740992",
                "state = 'CLOSED'",
                "state = 'GONE'",
                "settled_vnd = spent_vnd + 1",
                "settled_vnd = -1",
                "returned_vnd = -1",
                "returned_vnd = allocated_vnd - committed_vnd - spent_vnd + 1"
            })
    void shouldNotLetTheServiceOverspendByAnotherStatement(String change) throws SQLException {
        // Given
        var sql = "update accounts set " + change + " where id = '" + account + "'";

        // When
        var refusal = refusal(sql);

        // Then
        assertThat(refusal).isEqualTo(CHECK_VIOLATED);
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, COMMITMENT, COMMITTED, AVAILABLE, 0, ck_ledger_entries_amount",
        "1000000, COMMITMENT, COMMITTED, AVAILABLE, -5, ck_ledger_entries_amount",
        "1000000, COMMITMENT, COMMITTED, AVAILABLE, 9007199254740992, ck_ledger_entries_amount",
        "1000000, COMMITMENT, AVAILABLE, COMMITTED, 1, ck_ledger_entries_sides",
        "1000000, ALLOCATION, AVAILABLE, AVAILABLE, 1, ck_ledger_entries_sides",
        "1000000, REFUND, AVAILABLE, COMMITTED, 1, ck_ledger_entries_sides",
        "1000000, REFUND, AVAILABLE, SPENT, 1, fk_ledger_entries_commitment_id",
        "1000000, SETTLEMENT, SETTLED, SPENT, 1, ck_ledger_entries_commitment",
        "1000000, TRANSFER_IN, AVAILABLE, TRANSFER, 1, ck_ledger_entries_transfer",
        "1000000, REVERSAL, AVAILABLE, COMMITTED, 1, ck_ledger_entries_commitment",
        "0, COMMITMENT, COMMITTED, AVAILABLE, 1, ck_ledger_entries_seq",
        "1, COMMITMENT, COMMITTED, AVAILABLE, 1, ux_ledger_entries_account_seq"
    })
    void shouldRefuseEntriesThatCannotBe(
            long seq, String kind, String debit, String credit, long amount, String constraint) {
        // Given
        var sql = ENTRY.formatted(seq, kind, debit, credit, amount);

        // Then
        assertThatThrownBy(() -> Database.execute(sql, account)).hasMessageContaining(constraint);
    }

    @Test
    void shouldLetTheServiceReadAndAdd() throws SQLException {
        try (var connection = Database.connectAs(ROLE);
                var statement =
                        connection.prepareStatement(ENTRY.formatted(FAR, "COMMITMENT", "COMMITTED", "AVAILABLE", 1))) {
            connection.setAutoCommit(false);
            statement.setObject(1, account);

            // When
            int added = statement.executeUpdate();
            connection.rollback();

            // Then
            assertThat(added).isEqualTo(1);
        }
    }

    /** SQL state with which the run-time role is refused; what it is wrongly allowed is rolled back. */
    private static String refusal(String sql) throws SQLException {
        try (var connection = Database.connectAs(ROLE);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
                return "allowed";
            } catch (SQLException e) {
                return e.getSQLState();
            } finally {
                connection.rollback();
            }
        }
    }
}
