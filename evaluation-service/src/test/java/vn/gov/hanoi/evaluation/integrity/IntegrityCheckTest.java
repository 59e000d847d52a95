package vn.gov.hanoi.evaluation.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gov.hanoi.evaluation.integrity.IntegrityApi.State;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Each check names what a superuser breaks past the service and its constraints; the transaction is rolled back. */
@QuarkusTest
@WithStack
class IntegrityCheckTest {
    private static final int ALL = 100_000;

    /** Recorded once: nothing of what a test breaks stays. */
    private static Units.Unit department;

    private static Units.Unit division;
    private static UUID head;
    private static UUID post;

    private final Clock clock;

    IntegrityCheckTest(Clock clock) {
        this.clock = clock;
    }

    /**
     * A way to break a rule.
     *
     * @param named what the check must name
     * @param sql statements in which words in braces stand for ids
     */
    private record Break(Check check, String named, List<String> sql) {
        static Break of(Check check, String named, String... sql) {
            return new Break(check, named, List.of(sql));
        }

        @Override
        public String toString() {
            return check + " " + sql.getLast();
        }
    }

    @BeforeEach
    void makeAHeadOfADivision() {
        if (post != null) {
            return;
        }
        department = Units.department();
        division = Units.unit("DIVISION", department);
        var request = Officers.request(Officers.code(), "Nguyễn Thị Trưởng", division.id());
        Officers.post(request).put("position", "HEAD");
        Officers.post(request).put("leader", true);
        var officer = Officers.created(Units.editor(department), request);
        head = UUID.fromString(officer.getString("id"));
        post = UUID.fromString(officer.getString("assignments[0].id"));
    }

    static Stream<Break> breaks() {
        var laterState = "'id', uuidv7(), 'valid_from', '2019-01-01'";
        return Stream.of(
                Break.of(
                        Check.UNIT_STATES_OVERLAP,
                        "division",
                        "alter table unit_states drop constraint ex_unit_states_overlap",
                        copy("unit_states", "unit_id = {division}", laterState)),
                Break.of(
                        Check.UNIT_STATES_OVERLAP,
                        "division",
                        "alter table unit_codes drop constraint ex_unit_codes_overlap",
                        copy("unit_codes", "unit_id = {division}", laterState)),
                Break.of(
                        Check.UNIT_CODE_SHARED,
                        "division",
                        "alter table unit_codes drop constraint ex_unit_codes_code",
                        "update unit_codes set valid_to = '2019-01-01' where unit_id = {department}",
                        "update unit_codes set valid_from = '2020-01-01', code = (select code from unit_codes where unit_id = {department})"
                                + " where unit_id = {division}"),
                Break.of(
                        Check.UNIT_CYCLE,
                        "department",
                        "update unit_states set parent_id = {division} where unit_id = {department}"),
                Break.of(
                        Check.UNIT_LOST,
                        "division",
                        "update unit_states set valid_from = '2019-01-01' where unit_id = {department}"),
                Break.of(
                        Check.UNIT_LOST,
                        "division",
                        "update unit_states set valid_to = '2031-01-01' where unit_id = {department}"),
                Break.of(
                        Check.UNIT_CLOSURE,
                        "division",
                        "delete from unit_ancestors where unit_id = {division} and depth = 1"),
                Break.of(
                        Check.UNIT_CLOSURE,
                        "division",
                        "update unit_ancestors set valid_to = '2030-01-01' where unit_id = {division} and depth = 2"),
                Break.of(Check.UNIT_LIFE, "division", "update units set ended_on = '2030-01-01' where id = {division}"),
                Break.of(Check.UNIT_LIFE, "division", "update units set began_on = '2017-01-01' where id = {division}"),
                Break.of(
                        Check.UNIT_WITHOUT_HEAD,
                        "division",
                        "update assignments set valid_to = '2020-01-01' where id = {post}"),
                Break.of(
                        Check.HEADS_OVERLAP,
                        "division",
                        "alter table assignments drop constraint ex_assignments_head",
                        copy(
                                "assignments",
                                "id = {post}",
                                "'id', uuidv7(), 'main', false, 'valid_from', '2021-01-01'")),
                Break.of(
                        Check.MAIN_POSTS_OVERLAP,
                        "head",
                        "alter table assignments drop constraint ex_assignments_main",
                        copy(
                                "assignments",
                                "id = {post}",
                                "'id', uuidv7(), 'position', 'STAFF', 'valid_to', '2022-01-01'")),
                Break.of(Check.MAIN_POST_MISSING, "head", "update assignments set main = false where id = {post}"),
                Break.of(
                        Check.POST_OUTSIDE_UNIT,
                        "post",
                        "update assignments set valid_from = '2017-12-31' where id = {post}"),
                Break.of(Check.OFFICER_LIFE, "head", "update officers set ended_on = '2030-01-01' where id = {head}"),
                Break.of(Check.OFFICER_LISTED, "head", "delete from officer_scopes where officer_id = {head}"),
                Break.of(
                        Check.RECORDED_ORDER,
                        "post",
                        "alter table assignments drop constraint ck_assignments_recorded",
                        "update assignments set superseded_at = recorded_at, superseded_by = 'x' where id = {post}"),
                Break.of(
                        Check.RECORDED_ORDER,
                        "post",
                        "update assignments set recorded_at = '2999-01-01' where id = {post}"),
                Break.of(
                        Check.RECORDED_VERSIONS,
                        "head",
                        "update officer_states set superseded_at = recorded_at + interval '1 second', superseded_by = 'x'"
                                + " where officer_id = {head}"),
                Break.of(
                        Check.RECORDED_VERSIONS,
                        "head",
                        copy(
                                "officer_states",
                                "officer_id = {head}",
                                "'id', uuidv7(), 'recorded_at', '2020-01-01', 'superseded_at', '2020-01-02', 'superseded_by', 'x'")),
                Break.of(
                        Check.RECORDED_VERSIONS,
                        "post",
                        copy(
                                "assignments",
                                "id = {post}",
                                "'recorded_at', '2020-01-01', 'superseded_at', '2999-01-01', 'superseded_by', 'x'")),
                Break.of(
                        Check.RECORDED_VERSIONS,
                        "division",
                        copy(
                                "unit_states",
                                "unit_id = {division}",
                                "'id', uuidv7(), 'recorded_at', '2020-01-01', 'superseded_at', '2999-01-01', 'superseded_by', 'x'")));
    }

    private static String copy(String table, String where, String changes) {
        return "insert into %1$s select (json_populate_record(r, json_build_object(%3$s))).* from %1$s r where %2$s"
                .formatted(table, where, changes);
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void shouldNameWhatIsBroken(Break broken) throws SQLException {
        try (var connection = Database.connect()) {
            // Given
            connection.setAutoCommit(false);
            var named = broken.named().equals("post") ? post : id(broken.named());
            assertThat(found(connection, broken.check()).ids()).doesNotContain(named);

            // When
            execute(connection, "set local session_replication_role = replica");
            for (var sql : broken.sql()) {
                execute(connection, sql);
            }

            // Then
            var found = found(connection, broken.check());
            assertThat(found.ids()).contains(named).hasSize((int) found.count());
            assertThat(found.state()).isEqualTo(broken.check().isWarning() ? State.WARNING : State.BROKEN);
            connection.rollback();
        }
    }

    @Test
    void shouldBreakEveryCheckInOneOfTheseTests() {
        assertThat(breaks().map(Break::check)).containsAll(EnumSet.allOf(Check.class));
    }

    private IntegrityQueries.Found found(Connection connection, Check check) throws SQLException {
        return IntegrityQueries.find(connection, check, LocalDate.now(clock), ALL);
    }

    private UUID id(String word) {
        return switch (word) {
            case "department" -> department.id();
            case "division" -> division.id();
            default -> head;
        };
    }

    private void execute(Connection connection, String sql) throws SQLException {
        var full = sql.replace("{post}", "'" + post + "'::uuid");
        for (var word : List.of("department", "division", "head")) {
            full = full.replace("{" + word + "}", "'" + id(word) + "'::uuid");
        }
        try (var statement = connection.createStatement()) {
            statement.execute(full);
        }
    }
}
