package vn.gov.hanoi.selection;

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

/** What the database itself refuses, should the code ever forget. */
@QuarkusTest
@WithStack
class SchemaTest {
    private static final String INSERT = """
            insert into vacancies (id, unit_id, unit_code, unit_name, unit_type, post_title, post_title_plain, positions,
                minimum_candidates, legal_basis, decision_number, decision_signed_on, decision_issuer, state, announced_on,
                dossiers_from, dossiers_to, media, version, created_at, created_by, changed_at, changed_by)
            values (?, ?, 'X', 'X', 'DIVISION', 'X', 'x', %s, %s, 'X', 'X', '2020-01-01', 'X', '%s', %s, %s, %s, %s,
                0, now(), 'x', now(), 'x')""";

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
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 2 | DRAFT     | null         | null         | null         | null               | ck_vacancies_positions",
                "1 | 1 | DRAFT     | null         | null         | null         | null               | ck_vacancies_minimum_candidates",
                "1 | 2 | GONE      | '2020-03-16' | '2020-03-16' | '2020-04-16' | array['WEB_SITE']  | ck_vacancies_state",
                "1 | 2 | ANNOUNCED | null         | null         | null         | null               | ck_vacancies_announcement_complete",
                "1 | 2 | DRAFT     | '2020-03-16' | null         | null         | null               | ck_vacancies_announcement_complete",
                "1 | 2 | ANNOUNCED | '2020-03-16' | '2020-03-15' | '2020-04-16' | array['WEB_SITE']  | ck_vacancies_dossiers_after_announcement",
                "1 | 2 | ANNOUNCED | '2020-03-16' | '2020-03-16' | '2020-03-15' | array['WEB_SITE']  | ck_vacancies_dossiers_order",
                "1 | 2 | ANNOUNCED | '2020-03-16' | '2020-03-16' | '2020-04-16' | array['RADIO']     | ck_vacancies_media",
                "1 | 2 | ANNOUNCED | '2020-03-16' | '2020-03-16' | '2020-04-16' | '{}'               | ck_vacancies_media"
            },
            quoteCharacter = '"')
    void shouldRefuseRowsThatCannotBe(
            String positions,
            String candidates,
            String state,
            String announcedOn,
            String from,
            String to,
            String media,
            String constraint) {
        // Given
        var sql = INSERT.formatted(positions, candidates, state, announcedOn, from, to, media);

        // Then
        assertThatThrownBy(() -> Database.execute(sql, UUID.randomUUID(), UUID.randomUUID()))
                .hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update selection_defaults set value = '1'",
                "delete from selection_defaults",
                "update rating_records set grade = 'A'",
                "delete from rating_records",
                "delete from audit_entries",
                "create table own (id int)",
                "drop table vacancies"
            })
    void shouldNotLetTheServiceChangeLawHistoryOrTables(String sql) throws SQLException {
        try (var connection = Database.connectAs("selection_app");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-7, 1, true, ck_rating_records_period",
        "YEAR, 2026-07, 1, true, ck_rating_records_period",
        "WEEK, 2026, 1, true, ck_rating_records_period",
        "YEAR, 2026, 0, true, ck_rating_records_revision",
        "YEAR, 2026, 2, true, ck_rating_records_revision",
        "YEAR, 2025, 2, true, ck_rating_records_revision",
        "YEAR, 2025, 1, false, ux_rating_records_revision",
        "YEAR, 2025, 1, true, ux_rating_records_living"
    })
    void shouldRefuseRatingsThatCannotBe(String type, String period, int revision, boolean living, String constraint) {
        // Given
        var sql = """
                insert into rating_records (id, officer_id, unit_id, rating_unit_id, period_type, period, outcome, consequences,
                    rule_set_code, rule_set_version, revision, told_at, living)
                values (uuidv7(), ?, uuidv7(), uuidv7(), ?, ?, 'RATED', '{}', 'X', 1, ?, now(), ?)""";
        var officer = UUID.randomUUID();
        Database.execute(sql, officer, "YEAR", "2025", 1, true);

        // Then
        assertThatThrownBy(() -> Database.execute(sql, officer, type, period, revision, living))
                .hasMessageContaining(constraint);
    }

    @Test
    void shouldStateSourceAndMarkOfEveryDefault() {
        // When
        var defaults = Database.query("select code, value, mark, legal_check from selection_defaults order by code");

        // Then
        assertThat(defaults)
                .extracting(row -> row.get("code") + " " + row.get("value") + " " + row.get("mark"))
                .filteredOn(row -> !row.startsWith("DAYS_OFF"))
                .containsExactly(
                        "APPEAL_DAYS 30 ASSUMED",
                        "APPOINTMENT_CONSENTS PARTY,AUTHORITY LAW",
                        "APPOINTMENT_MAXIMUM_TERMS 2 LAW",
                        "APPOINTMENT_NEXT_RANKED false ASSUMED",
                        "APPOINTMENT_PROBATION_MONTHS 0 ASSUMED",
                        "BOARD_MAXIMUM 60 ASSUMED",
                        "BOARD_MINIMUM QUESTION:2,SUPERVISION:2,CODING:2,MARKING:3,REMARKING:2,MONITORING:2 ASSUMED",
                        "CALL_WORKING_DAYS 5 LAW",
                        "CONFLICT_JUDGE_MONTHS 24 ASSUMED",
                        "CONFLICT_WAIVABLE UNIT_ABOVE ASSUMED",
                        "COUNCIL_CHAIR UNIT_OR_ABOVE ASSUMED",
                        "COUNCIL_MAXIMUM 17 ASSUMED",
                        "COUNCIL_MINIMUM 5 ASSUMED",
                        "COUNCIL_ODD true ASSUMED",
                        "COUNCIL_QUORUM 2/3 ASSUMED",
                        "COUNCIL_SECRETARY PERSONNEL ASSUMED",
                        "DEFENCE_PASS_MARK 50 SECONDARY",
                        "DEFENCE_PRESENTATION_MINUTES 45 SECONDARY",
                        "DEFENCE_QUESTION_MINUTES 90 SECONDARY",
                        "DEFENCE_SCHEME HN-DEFENCE ASSUMED",
                        "DEFENCE_SPREAD_MEDIAN 15 ASSUMED",
                        "DEFENCE_SPREAD_RANGE 20 ASSUMED",
                        "ELIGIBILITY_DAYS 15 LAW",
                        "ELIGIBILITY_DAYS_MANY 30 LAW",
                        "FIRST_ROUND_DAYS 45 LAW",
                        "INCOMPATIBLE CODING:MARKING,CODING:REMARKING,MARKING:REMARKING,SUPERVISION:MARKING,SUPERVISION:REMARKING,"
                                + "MONITORING:COUNCIL,MONITORING:QUESTION,MONITORING:SUPERVISION,MONITORING:CODING,MONITORING:MARKING,"
                                + "MONITORING:REMARKING,PERSONNEL:MARKING,PERSONNEL:REMARKING ASSUMED",
                        "MINIMUM_CANDIDATES 2 LAW",
                        "MINIMUM_DOSSIER_DAYS 20 ASSUMED",
                        "OBJECTION_DAYS 15 ASSUMED",
                        "RANKING_RULE PROJECT ASSUMED",
                        "REMARK_DAYS 15 ASSUMED",
                        "REQUIRED_MEDIA MASS_MEDIA,WEB_SITE,NOTICE_BOARD LAW",
                        "RETENTION_MONTHS 12 ASSUMED",
                        "TERM_MONTHS 60 LAW",
                        "TIE_RULE WRITTEN,COUNCIL ASSUMED",
                        "UNIT_TYPES DIVISION,PUBLIC_UNIT LAW",
                        "WITHDRAWAL_RULE DECISION ASSUMED",
                        "WRITTEN_DEDUCTIONS REPRIMAND:25,WARNING:50,SUSPENSION:100 ASSUMED",
                        "WRITTEN_LATE_MINUTES 30 LAW",
                        "WRITTEN_MAXIMUM 100 SECONDARY",
                        "WRITTEN_MINUTES 180 SECONDARY",
                        "WRITTEN_PASS_MARK 50 LAW",
                        "WRITTEN_SPREAD_PERCENT 10 ASSUMED",
                        "WRITTEN_THIRD_MARK NEAREST_TWO ASSUMED");
        assertThatThrownBy(() -> Database.execute("""
                insert into selection_defaults (code, value, valid_from, legal_basis, mark, legal_check)
                values ('MINIMUM_DOSSIER_DAYS', '30', '2026-01-01', 'X', 'LAW', false)""")).hasMessageContaining("ex_selection_defaults_validity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update eligibility_checks set digest = ''",
                "update eligibility_overrides set reason = '{}'",
                "update scripts set code = 'X'",
                "update written_marks set phase = 'MARKING'",
                "update paper_violations set kind = 'WARNING'",
                "update announcements set kind = 'PUBLISHED'",
                "delete from announcements",
                "update conflicts set ground = 'SPOUSE'",
                "update conflict_waivers set ground = 'SPOUSE'",
                "delete from judgements",
                "delete from draws",
                "delete from score_sheets",
                "delete from merit_lists"
            })
    void shouldNotLetTheServiceRewriteWhatWasFoundOrTold(String sql) throws SQLException {
        try (var connection = Database.connectAs("selection_app");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
        }
    }
}
