package vn.gov.hanoi.evaluation.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments.Change;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Exports;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.evaluation.support.Simulations;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Rule sets tried on the month of one agency, over HTTP. */
@QuarkusTest
@WithStack
class SimulationHttpTest {
    /** All that a rating leaves behind. */
    private static final String RESULTS = """
            select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
                and table_name ~ '^(sheets|sheet_|closings|annual_|unit_results|unit_tasks|objection|rule_sets)' order by table_name""";

    private static Evaluations.@Nullable Agency made;

    private Evaluations.Agency agency;

    /** Of eight people 90, 89, 87.5 and 85 points, 90 points lowered to B, not rated, and two undecided. */
    @BeforeEach
    void decideAMonth() {
        var known = made;
        agency = known == null ? decided() : known;
        made = agency;
    }

    private static Evaluations.Agency decided() {
        var found = Evaluations.agency(7);
        Evaluations.opened(found);
        var offs = List.of("0", "1", "2.5", "5");
        for (int i = 0; i < offs.size(); i++) {
            Evaluations.decided(found, found.staff().get(i), offs.get(i));
        }
        var lowered = Map.of("reason", Evaluations.REASON, "data", Map.of("presenceDays", 20, "grade", "B"));
        var away = Map.of("data", Map.of("presenceDays", 0, "notRated", "MATERNITY_ALL_PERIOD"));
        for (int i = 4; i < 6; i++) {
            var sheet = Evaluations.scoredAlone(found, found.staff().get(i), "0");
            Evaluations.done(Evaluations.act(found.director(), sheet, "decide", i == 4 ? lowered : away));
        }
        return found;
    }

    private static Json draft(String code, Change... changes) {
        return Rules.drafted(Evaluations.document(code, LocalDate.of(2031, 1, 1), changes));
    }

    private static UUID current() {
        return (UUID) Database.query("select id from rule_sets where code = 'EVT-MONTH'")
                .getFirst()
                .get("id");
    }

    private static Map<String, Object> results() {
        var found = new TreeMap<String, Object>();
        for (var table : Database.query(RESULTS)) {
            var name = String.valueOf(table.get("table_name"));
            found.put(
                    name,
                    List.of(Database.query(
                            "select count(*) as rows, md5(string_agg(t::text, '|' order by t::text)) as content from "
                                    + name + " t")));
        }
        return found;
    }

    private static Map<String, Integer> shifts(Json simulation, String path) {
        var found = new TreeMap<String, Integer>();
        for (var each : simulation.<Map<String, Object>>getList(path)) {
            found.put(each.get("from") + ">" + each.get("to"), (Integer) each.get("sheets"));
        }
        return found;
    }

    @Test
    void shouldFindNoShiftsByTheCurrentRulesAndWriteNothing() {
        // Given
        var before = results();

        // When
        var done = Simulations.done(agency.keeper(), Simulations.request(current(), null));

        // Then
        assertThat(results()).isEqualTo(before).hasSizeGreaterThan(8);
        assertThat(shifts(done, "total[0].figures.grades"))
                .isEqualTo(Map.of("A>A", 1, "B>B", 4, "NOT_RATED>NOT_RATED", 1));
        assertThat(shifts(done, "total[0].figures.byPoints"))
                .isEqualTo(Map.of("A>A", 2, "B>B", 3, "NOT_RATED>NOT_RATED", 1));
        assertThat(done.getInt("total[0].figures.changed")).isZero();
        assertThat(new BigDecimal(done.getString("total[0].figures.meanPointsShift")))
                .isEqualByComparingTo("0");
        assertThat(List.of(
                        done.getInt("total[0].figures.sheets"),
                        done.getInt("total[0].figures.undecided"),
                        done.getInt("total[0].figures.notSubject"),
                        done.getInt("total[0].figures.notScored"),
                        done.getInt("total[0].figures.compared")))
                .containsExactly(8, 2, 0, 0, 6);
        assertThat(done.getList("assumptions.code")).contains("CAP_COUNTED").doesNotContain("AS_IF_IN_FORCE");
    }

    @Test
    void shouldCountTheShiftsOfAMovedBandAsANaiveRecountDoes() {
        // Given
        var moved = draft(
                "SIM-BANDS",
                RuleSetDocuments.set("/rules/bands/0/from", "87"),
                RuleSetDocuments.set("/rules/bands/1/from", "86"));
        var byPoints = new TreeMap<String, Integer>();
        var grades = new TreeMap<String, Integer>();
        for (var row : Database.query(
                "select outcome, points, grade_by_points, grade from sheets where rating_unit_id = ? and outcome is not null",
                agency.department().id())) {
            var points = (BigDecimal) row.get("points");
            if (points == null) {
                byPoints.merge("NOT_RATED>NOT_RATED", 1, Integer::sum);
                grades.merge("NOT_RATED>NOT_RATED", 1, Integer::sum);
                continue;
            }
            var now = points.compareTo(new BigDecimal("87")) >= 0
                    ? "A"
                    : points.compareTo(new BigDecimal("86")) >= 0 ? "B" : "C";
            var lowered = !String.valueOf(row.get("grade")).equals(row.get("grade_by_points"));
            byPoints.merge(row.get("grade_by_points") + ">" + now, 1, Integer::sum);
            grades.merge(row.get("grade") + ">" + (lowered ? row.get("grade") : now), 1, Integer::sum);
        }

        // When
        var done = Simulations.done(agency.keeper(), Simulations.request(moved.getString("id"), agency.department()));

        // Then
        assertThat(shifts(done, "total[0].figures.byPoints")).isEqualTo(byPoints);
        assertThat(shifts(done, "total[0].figures.grades"))
                .isEqualTo(grades)
                .containsEntry("B>A", 2)
                .containsEntry("B>B", 1);
        assertThat(done.getInt("total[0].figures.changed")).isEqualTo(3);
        assertThat(done.getString("ruleSet.status")).isEqualTo("DRAFT");
        assertThat(done.getList("assumptions.code")).contains("AS_IF_IN_FORCE");
    }

    @Test
    void shouldTellByUnitAndCategoryAsPagesAndAsAFileAndCountTheCapWithoutPicking() {
        // Given
        var draft = draft("SIM-CAP", RuleSetDocuments.set("/rules/bands/0/from", "85"));
        var done = Simulations.done(agency.keeper(), Simulations.request(draft.getString("id"), null));

        // When
        var first = Simulations.read(agency.keeper(), done, "/lines?limit=3").as(Json.class);
        var rest = Simulations.read(agency.keeper(), done, "/lines?cursor=" + first.getString("page.next"))
                .as(Json.class);
        var file = Simulations.read(agency.keeper(), done, "/file");

        // Then
        assertThat(first.getList("items.kind")).containsExactly("TOTAL", "TOTAL", "UNIT");
        assertThat(rest.getList("items.kind")).containsExactly("UNIT");
        assertThat(first.getString("items[2].unit.code"))
                .isEqualTo(agency.department().code());
        assertThat(rest.getString("items[0].category")).isEqualTo("COMMUNE_PART_TIME");
        assertThat(shifts(rest, "items[0].figures.grades")).isEqualTo(shifts(done, "total[0].figures.grades"));
        assertThat(first.<Map<String, Object>>getList("items[2].caps"))
                .containsExactly(Map.of(
                        "period",
                        "2026-07",
                        "grade",
                        "A",
                        "rated",
                        5,
                        "allowed",
                        1,
                        "before",
                        1,
                        "reaching",
                        4,
                        "over",
                        3));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.asString())
                .contains("UNIT," + agency.department().code() + ",")
                .contains(",COMMUNE_PART_TIME,GRADE,B,A,3\r\n")
                .contains(",CAP_OVER,2026-07,A,3\r\n");
    }

    @Test
    void shouldSayWhySheetsCannotBeScoredAndNeverDropOne() {
        // Given
        var fewer = draft("SIM-FEWER", RuleSetDocuments.set("/rules/groups/1/criteria/1", null));
        var others = draft("SIM-OTHERS", RuleSetDocuments.set("/appliesTo/0/categories", "[\"CADRE\"]"));
        var more = draft(
                "SIM-MORE",
                RuleSetDocuments.set(
                        "/rules/groups/0/criteria/-",
                        "{\"code\":\"I.9\",\"title\":{\"vi\":\"Khác\",\"en\":\"Other\"},\"maxima\":{\"STAFF\":0,\"LEADER\":0}}"));

        // When
        var unknown = Simulations.done(agency.keeper(), Simulations.request(fewer.getString("id"), null));
        var nobody = Simulations.done(agency.keeper(), Simulations.request(others.getString("id"), null));
        var missing = Simulations.done(agency.keeper(), Simulations.request(more.getString("id"), null));

        // Then
        assertThat(unknown.getInt("total[0].figures.notScored")).isEqualTo(6);
        assertThat(unknown.<Map<String, Object>>getList("total[0].figures.reasons"))
                .containsExactly(Map.of("code", "score.criterion-unknown", "place", "/marks/II.2", "sheets", 6));
        assertThat(nobody.getInt("total[0].figures.notSubject")).isEqualTo(8);
        assertThat(nobody.getInt("total[0].figures.compared")).isZero();
        assertThat(shifts(missing, "total[0].figures.grades"))
                .isEqualTo(Map.of("A>INSUFFICIENT_DATA", 1, "B>INSUFFICIENT_DATA", 4, "NOT_RATED>NOT_RATED", 1));
        assertThat(missing.<Map<String, Object>>getList("total[0].figures.reasons"))
                .containsExactly(Map.of("code", "INSUFFICIENT_DATA", "place", "/I.9", "sheets", 5));
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, 2026-07, 2026-07, simulation.rule-set-unknown, /ruleSetId",
        "annual, 2026-07, 2026-07, simulation.months-not-rated, /ruleSetId",
        "current, 2026-07, present, simulation.month-not-over, /to",
        "current, 2025-07, 2026-07, simulation.too-many-months, /to",
        "current, 2026-07, 2026-06, validity.empty, /to"
    })
    void shouldRefuseWhatCannotBeTried(String ruleSet, String from, String to, String code, String pointer) {
        // Given
        var id =
                switch (ruleSet) {
                    case "current" -> current();
                    case "annual" ->
                        Database.query("select id from rule_sets where code = 'VN-Y-2023'")
                                .getFirst()
                                .get("id");
                    default -> UUID.randomUUID();
                };
        var request = Simulations.request(id, null);
        request.put("from", from);
        request.put(
                "to",
                to.equals("present")
                        ? YearMonth.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString()
                        : to);

        // When
        var refused = Simulations.post(agency.keeper(), request);

        // Then
        refused.then().statusCode(422).body(at("code", equalTo(code)));
        refused.then().body(at("errors.pointer", contains(pointer)));
    }

    @Test
    void shouldBeRefusedOutsideTheScopeAndHiddenFromEverybodyElse() {
        // Given
        var request = Simulations.request(current(), agency.department());
        var done = Simulations.done(agency.keeper(), request);
        var elsewhere = Evaluations.token("keeper", Units.department(), "evaluation-keeper");
        var colleague = Evaluations.token("other", agency.department(), "evaluation-keeper");
        var demoted = Evaluations.token("keeper", agency.department(), "rules-editor");

        // When
        var outside = Simulations.post(elsewhere, request);

        // Then
        outside.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        for (var token : List.of(elsewhere, colleague, demoted)) {
            for (var what : List.of("", "/lines", "/file")) {
                Simulations.read(token, done, what).then().statusCode(404);
            }
        }
    }

    /** One result only: whoever sees no points would learn what a single person came to. */
    @Test
    void shouldNotTellOfFewPeopleToWhoSeesNoPoints() {
        // Given
        var small = Evaluations.agency(1);
        Evaluations.opened(small);
        Evaluations.decided(small, small.staff().getFirst(), "0");
        var keeper = small.keeper();
        var editor = Evaluations.token("drafter", small.department(), "rules-editor");
        var request = Simulations.request(current(), null);

        // When
        var told = Simulations.done(editor, request);
        var exact = Simulations.done(keeper, request);

        // Then
        assertThat(told.getList("total")).hasSize(1);
        assertThat(told.getInt("total[0].figures.compared")).isEqualTo(1);
        assertThat(told.<Object>get("total[0].figures.withheld")).isEqualTo(true);
        assertThat(told.<Object>get("total[0].figures.grades")).isNull();
        assertThat(Simulations.read(editor, told, "/lines").as(Json.class).getList("items.kind"))
                .containsExactly("TOTAL", "OTHER_UNITS");
        assertThat(shifts(exact, "total[1].figures.grades")).isEqualTo(Map.of("A>A", 1));
    }

    @Test
    void shouldBeCancelledBeforeItsEnd() throws SQLException {
        // Given
        var request = Simulations.request(current(), null);
        try (var otherProcess = Database.connect()) {
            otherProcess.createStatement().execute("select pg_advisory_lock(7305009)");
            var accepted = Simulations.post(agency.keeper(), request);
            var early = Api.as(agency.keeper()).get(accepted.as(Json.class).getString("resultHref") + "/file");

            // When
            var cancelled = Api.as(agency.keeper())
                    .header("Idempotency-Key", Api.key())
                    .body(Map.of("reason", "Nhầm tháng"))
                    .post(accepted.header("Location") + "/actions/cancel");
            otherProcess.createStatement().execute("select pg_advisory_unlock(7305009)");

            // Then
            early.then().statusCode(409).body(at("code", equalTo("operation.running")));
            cancelled.then().statusCode(200).body(at("state", equalTo("CANCELLED")));
            var ended = Exports.followed(agency.keeper(), accepted, "CANCELLED");
            assertThat(ended.getList("total")).isEmpty();
        }
    }

    @Test
    void shouldCountOnlyThePeopleOfTheUnitThatIsAskedFor() {
        // Given
        var request = Simulations.request(current(), agency.division());
        var nobody = Units.unit("DIVISION", agency.department());

        // When
        var all = Simulations.done(agency.keeper(), request);
        request.put("unitId", nobody.id());
        var none = Simulations.done(agency.keeper(), request);

        // Then
        assertThat(all.getInt("total[0].figures.sheets")).isEqualTo(8);
        assertThat(none.getInt("total[0].figures.sheets")).isZero();
        assertThat(none.getInt("total[0].units")).isZero();
        assertThat(none.getList("total")).hasSize(1);
    }
}
