package vn.gov.hanoi.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What the database itself refuses, should the code ever forget. */
@QuarkusTest
@WithStack
class DatabaseTest {
    private static final String INSERT_UNIT = """
            with u as (
                insert into units (id, root, began_on, created_at, created_by, changed_at, changed_by)
                select gen_random_uuid(), '%3$s' = 'CITY' and %4$s is null, '2018-01-01', now(), 'x', now(), 'x'
                from units where root returning units.id as unit_id),
            s as (
                insert into unit_states (id, unit_id, name, name_key, search_key, type, parent_id, valid_from, valid_to,
                    recorded_at, recorded_by)
                select gen_random_uuid(), unit_id, '%2$s', 'k', 'k', '%3$s', %4$s, '2018-01-01', %5$s, now(), 'x'
                from u, (select id from units where root) city returning unit_id)
            insert into unit_codes (id, unit_id, scheme, code, code_key, valid_from, recorded_at, recorded_by)
            select gen_random_uuid(), unit_id, 'ELECTRONIC', '%1$s', 'k', '2018-01-01', now(), 'x' from s""";
    private static final String INSERT_POST = """
            insert into assignments (id, officer_id, unit_id, position, title, leader, main, kind, category, valid_from, valid_to,
                decision_number, recorded_at, recorded_by)
            values (gen_random_uuid(), ?, ?, '%s', 'Chuyên viên', false, %s, '%s', 'CIVIL_SERVANT', '%s', %s, '1/QĐ', now(), 'x')""";

    private final Flyway flyway;

    DatabaseTest(Flyway flyway) {
        this.flyway = flyway;
    }

    @Test
    void shouldHaveNothingLeftToMigrate() {
        // When
        var again = flyway.migrate();

        // Then
        assertThat(again.migrationsExecuted).isZero();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "h26       | Phòng  | DIVISION | id                | null         | ck_unit_codes_code",
                "H26.ZZ    | \" x\" | DIVISION | id                | null         | ck_unit_states_name",
                "H26.ZZ    | Phòng  | VILLAGE  | id                | null         | ck_unit_states_type",
                "H26.ZZ    | Phòng  | CITY     | id                | null         | ck_unit_states_root",
                "H26.ZZ    | Phòng  | DIVISION | null              | null         | ck_unit_states_root",
                "H27       | Phòng  | CITY     | null              | null         | ux_units_root",
                "H26       | Phòng  | DIVISION | id                | null         | ex_unit_codes_code",
                "H26.ZZ    | Phòng  | DIVISION | id                | '2018-01-01' | ck_unit_states_validity",
                "H26.ZZ    | Phòng  | DIVISION | gen_random_uuid() | null         | fk_unit_states_parent_id"
            })
    void shouldRefuseUnitsThatCannotBe(
            String code, String name, String type, String parent, String validTo, String constraint) {
        // Given
        Units.city();
        var sql = INSERT_UNIT.formatted(code, name, type, parent, validTo);

        // Then
        assertThatThrownBy(() -> Database.execute(sql)).hasMessageContaining(constraint);
    }

    /** What the service checks before, or what only a race or a program beside it could do. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STAFF | true  | REGULAR    | 2019-05-01 | null         | ex_assignments_main",
                "STAFF | true  | REGULAR    | 2010-01-01 | '2019-05-02' | ex_assignments_main",
                "HEAD  | false | ACTING     | 2020-01-01 | null         | ex_assignments_head",
                "STAFF | true  | SECONDMENT | 2010-01-01 | '2011-01-01' | ck_assignments_main",
                "STAFF | false | HONORARY   | 2020-01-01 | null         | ck_assignments_kind",
                "KING  | false | REGULAR    | 2020-01-01 | null         | ck_assignments_position",
                "STAFF | false | REGULAR    | 2020-01-01 | '2020-01-01' | ck_assignments_validity"
            },
            quoteCharacter = '"')
    void shouldRefusePostsThatCannotBe(
            String position, String main, String kind, String from, String to, String constraint) {
        // Given
        var department = Units.department();
        var editor = Units.editor(department);
        var head = Officers.request(Officers.code(), "Nguyễn Trưởng", department.id());
        Officers.post(head).put("position", "HEAD");
        var id = UUID.fromString(Officers.created(editor, head).getString("id"));
        var sql = INSERT_POST.formatted(position, main, kind, from, to);

        // Then
        assertThatThrownBy(() -> Database.execute(sql, id, department.id())).hasMessageContaining(constraint);
    }

    @Test
    void shouldTakeASecondMainPostAfterTheFirst() {
        // Given
        var department = Units.department();
        var first = Officers.request(Officers.code(), "Lê Chuyển Công Tác", department.id());
        Officers.post(first).put("validTo", "2020-01-01");
        var id = UUID.fromString(
                Officers.created(Units.editor(department), first).getString("id"));

        // When
        var rows = Database.execute(
                INSERT_POST.formatted("STAFF", "true", "REGULAR", "2020-01-01", "null"), id, department.id());

        // Then
        assertThat(rows).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_entries",
                "update audit_entries set action = 'x'",
                "create table own (id int)",
                "drop table units",
                "alter table officers drop constraint ck_officers_officer_code",
                "truncate units cascade"
            })
    void shouldNotLetTheServiceChangeHistoryOrTables(String sql) throws SQLException {
        try (var connection = Database.connectAs("evaluation_app");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
        }
    }
}
