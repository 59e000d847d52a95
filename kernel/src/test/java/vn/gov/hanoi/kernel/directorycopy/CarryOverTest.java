package vn.gov.hanoi.kernel.directorycopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.KernelDatabase;

/** A copy that was filled before units had dated states goes on without being told anything again. */
class CarryOverTest {
    private static final String CITY = "00000000-0000-7000-8000-000000000001";
    private static final String CLOSED = "00000000-0000-7000-8000-000000000002";

    @Test
    void shouldCarryOverUnitsAndPostsThatWereToldBefore() throws SQLException {
        // Given
        try (var before = KernelDatabase.schema("carry_over", "202611272000");
                var statement = before.createStatement()) {
            statement.execute("""
                    insert into units (id, code, name, type, parent_id, valid_from, valid_to, sequence) values
                        ('%1$s', 'H26', 'Thành phố', 'CITY', null, '2018-01-01', null, 1),
                        ('%2$s', 'H26.23', 'Quận', 'DISTRICT', '%1$s', '2018-01-01', '2025-07-01', 2)""".formatted(CITY, CLOSED));
            statement.execute("""
                    insert into officers (id, officer_code, full_name, category, sequence)
                    values ('%1$s', 'CB1', 'Nguyễn Thị Mẫu', 'CADRE', 1)""".formatted(CITY));
            statement.execute("""
                    insert into assignments (id, officer_id, unit_id, position, title, leader, main, valid_from)
                    values ('%2$s', '%1$s', '%1$s', 'HEAD', 'Chủ tịch', true, true, '2018-01-01')""".formatted(CITY, CLOSED));
        }

        // When
        try (var after = KernelDatabase.schema("carry_over", "latest")) {
            // Then
            assertThat(text(after, "select unit_of_code('H26.23')")).isEqualTo(CLOSED);
            assertThat(text(after, "select string_agg(id::text, ' ' order by id) from units_within('" + CITY + "')"))
                    .isEqualTo(CITY + " " + CLOSED);
            assertThat(
                            text(
                                    after,
                                    "select name || ' ' || valid_from || ' ' || valid_to from unit_states where parent_id is not null"))
                    .isEqualTo("Quận 2018-01-01 2025-07-01");
            assertThat(text(after, "select kind || ' ' || category from assignments"))
                    .isEqualTo("REGULAR CADRE");
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
