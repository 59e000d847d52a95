package vn.gov.hanoi.training;

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
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.TestPlan;

/** What the database itself refuses, should the code ever forget. */
@QuarkusTest
@WithStack
class SchemaTest {
    private static final String CLASS = """
            insert into classes (id, version, plan_line_id, plan_id, year, unit_id, unit_code, unit_name, title, places,
                starts_on, ends_on, amount_vnd, commitment_entry_id, state, created_at, created_by)
            select gen_random_uuid(), 1, plan_line_id, plan_id, year, unit_id, 'X', 'X', 'X', %s,
                %s, %s, %s, %s, '%s', now(), 'x' from classes where id = ?""";

    private final Flyway flyway;

    SchemaTest(Flyway flyway) {
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
    @ValueSource(
            strings = {
                "opened_classes = classes + 1",
                "opened_places = places + 1",
                "opened_classes = -1",
                "opened_places = -1",
                "status = 'PENDING_APPROVAL'",
                "status = 'OPEN'",
                "classes = null",
                "places = null",
                "places = -1"
            })
    void shouldRefuseQuotaThatCannotBe(String change) {
        // Given
        var line = UUID.fromString(TestPlan.roomy().line("D-1"));

        // Then
        assertThatThrownBy(() -> Database.execute("update plan_lines set " + change + " where id = ?", line))
                .hasMessageContaining("ck_plan_lines_");
    }

    @Test
    void shouldRefuseQuotaOnAPendingLine() {
        // Given
        var line = UUID.fromString(TestPlan.roomy().line("P-1"));

        // Then
        assertThatThrownBy(() -> Database.execute("update plan_lines set classes = 1, places = 1 where id = ?", line))
                .hasMessageContaining("ck_plan_lines_quota");
        assertThatThrownBy(() -> Database.execute("update plan_lines set opened_classes = 1 where id = ?", line))
                .hasMessageContaining("ck_plan_lines_opened");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0  | starts_on             | ends_on               | 1  | gen_random_uuid()   | OPENED | ck_classes_places",
                "1  | ends_on + 1           | ends_on               | 1  | gen_random_uuid()   | OPENED | ck_classes_dates",
                "1  | starts_on - 366       | ends_on               | 1  | gen_random_uuid()   | OPENED | ck_classes_year",
                "1  | starts_on             | ends_on + 366         | 1  | gen_random_uuid()   | OPENED | ck_classes_year",
                "1  | starts_on             | ends_on               | 0  | gen_random_uuid()   | OPENED | ck_classes_amount",
                "1  | starts_on             | ends_on               | 1  | commitment_entry_id | OPENED | ux_classes_commitment_entry_id",
                "1  | starts_on             | ends_on               | 1  | gen_random_uuid()   | OPENED | fk_classes_commitment_entry_id",
                "1  | starts_on             | ends_on               | 1  | gen_random_uuid()   | CLOSED | ck_classes_state"
            })
    void shouldRefuseClassesThatCannotBe(
            String places, String from, String to, String amount, String entry, String state, String constraint) {
        // Given
        var plan = TestPlan.roomy();
        String existing = TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("C-1", 1, 1))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var sql = CLASS.formatted(places, from, to, amount, entry, state);

        // Then
        assertThatThrownBy(() -> Database.execute(sql, UUID.fromString(existing)))
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLOSED    | {LEVEL_D} | null      | null | ck_training_needs_state",
                "OPEN      | {}        | null      | null | ck_training_needs_reasons",
                "OPEN      | {LEVEL_D} | uuidv7()  | 3    | ck_training_needs_withdrawal",
                "WITHDRAWN | {LEVEL_D} | null      | null | ck_training_needs_withdrawal",
                "WITHDRAWN | {LEVEL_D} | uuidv7()  | 2    | ck_training_needs_withdrawal",
                "OPEN      | {LEVEL_D} | null      | null | ux_training_needs_open"
            })
    void shouldRefuseNeedsThatCannotBe(
            String state, String reasons, String withdrawnBy, String withdrawnRevision, String constraint) {
        // Given
        var sql = """
                insert into training_needs (id, version, officer_id, year, unit_id, reasons, state, classification_id, revision,
                    rule_set_code, rule_set_version, opened_at, told_at, withdrawn_by, withdrawn_revision, withdrawn_at)
                select uuidv7(), 1, ?, 2025, uuidv7(), '%s', '%s', uuidv7(), 2, 'X', 1, now(), now(), %3$s, %4$s,
                    case when %3$s is null then null else now() end""";
        var officer = UUID.randomUUID();
        Database.execute(sql.formatted("{LEVEL_D}", "OPEN", "cast(null as uuid)", "null"), officer);

        // Then
        assertThatThrownBy(() -> Database.execute(
                        sql.formatted(reasons, state, "cast(" + withdrawnBy + " as uuid)", withdrawnRevision), officer))
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update training_need_reasons set told = 'A'",
                "delete from training_need_reasons",
                "delete from training_needs",
                "update required_trainings set months = 1",
                "update plan_deadline_rules set day = 1",
                "update plan_line_versions set classes = 1",
                "delete from plan_line_versions",
                "update plan_budget_versions set budget_vnd = 1",
                "delete from plan_budget_versions",
                "delete from plan_proposals"
            })
    void shouldNotLetTheServiceChangeLawOrDeleteNeeds(String sql) throws SQLException {
        try (var connection = Database.connectAs("training_app");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void shouldKeepOnePlanForAYearAndOneAccountForABlock() {
        // Given
        var plan = UUID.fromString(TestPlan.roomy().planId());
        var account = UUID.fromString(TestPlan.roomy().account("C"));

        // Then
        assertThatThrownBy(() -> Database.execute(
                        "insert into plans select gen_random_uuid(), version, year, unit_id, unit_code, unit_name, created_at, created_by from plans where id = ?",
                        plan))
                .hasMessageContaining("ux_plans_year");
        assertThatThrownBy(() -> Database.execute("""
                        insert into accounts (id, plan_id, block_id, unit_id, year, block_code, funding_source, state, created_at, created_by)
                        select gen_random_uuid(), plan_id, block_id, unit_id, year, block_code, funding_source, state, created_at, created_by
                        from accounts where id = ?""", account)).hasMessageContaining("ux_accounts_block_unit");
    }
}
