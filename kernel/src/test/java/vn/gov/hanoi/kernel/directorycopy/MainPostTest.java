package vn.gov.hanoi.kernel.directorycopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.KernelDatabase;

/** Where an officer is looked for: one unit on every day, whatever posts there are. */
class MainPostTest {
    private static final LocalDate BEGIN = LocalDate.of(2018, 1, 1);
    private static final LocalDate MOVE = LocalDate.of(2024, 5, 1);
    private static final LocalDate END = LocalDate.of(2025, 7, 1);

    private final UUID officer = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private KernelDatabase.Transaction transaction;

    @BeforeEach
    void begin() throws SQLException {
        transaction = KernelDatabase.begin();
        post(first, true, BEGIN, MOVE);
        post(second, true, MOVE, END);
        post(UUID.randomUUID(), false, BEGIN, null);
    }

    @AfterEach
    void rollBack() throws SQLException {
        transaction.close();
    }

    @Test
    void shouldFollowTheMainPostOfTheDay() throws SQLException {
        assertThat(unitOn(BEGIN)).isEqualTo(first);
        assertThat(unitOn(MOVE.minusDays(1))).isEqualTo(first);
        assertThat(unitOn(MOVE)).isEqualTo(second);
    }

    @Test
    void shouldStayAtTheLastPostOfWhoLeftAndAtTheFirstOfWhoComes() throws SQLException {
        assertThat(unitOn(END.plusYears(1))).isEqualTo(second);
        assertThat(unitOn(BEGIN.minusYears(1))).isEqualTo(first);
    }

    /** Exactly one row, or the test fails. */
    private @Nullable UUID unitOn(LocalDate day) throws SQLException {
        try (var query =
                transaction.connection().prepareStatement("select unit_id from main_posts(?) where officer_id = ?")) {
            query.setObject(1, day);
            query.setObject(2, officer);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                var unit = rows.getObject(1, UUID.class);
                assertThat(rows.next()).isFalse();
                return unit;
            }
        }
    }

    private void post(UUID unit, boolean main, LocalDate from, @Nullable LocalDate to) throws SQLException {
        var sql = """
                insert into assignments (id, officer_id, unit_id, position, title, leader, main, valid_from, valid_to, kind, category)
                values (?, ?, ?, 'STAFF', 'Chuyên viên', false, ?, ?, ?, 'REGULAR', 'CIVIL_SERVANT')""";
        try (var insert = transaction.connection().prepareStatement(sql)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, officer);
            insert.setObject(3, unit);
            insert.setBoolean(4, main);
            insert.setObject(5, from);
            insert.setObject(6, to);
            insert.executeUpdate();
        }
    }
}
