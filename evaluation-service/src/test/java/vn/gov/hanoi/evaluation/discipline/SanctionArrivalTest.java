package vn.gov.hanoi.evaluation.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Disciplines;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Inspections;
import vn.gov.hanoi.evaluation.support.Scores;
import vn.gov.hanoi.evaluation.support.Years;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.WithStack;

/** A recorded sanction reaches the month in which it takes effect and the year in which it was decided, before and after the result. */
@QuarkusTest
@WithStack
class SanctionArrivalTest {
    private static final LocalDate SIGNED = LocalDate.of(2026, 7, 10);
    private static final LocalDate EFFECTIVE = LocalDate.of(2026, 7, 31);
    private static final String NUMBER = "9/QĐ-KL";

    private static Map<String, Object> typed(String number, String effectiveOn) {
        return Map.of(
                "data",
                Map.of(
                        "presenceDays",
                        20,
                        "disciplines",
                        List.of(Map.of("decision", number, "effectiveOn", effectiveOn, "partyOnly", false))));
    }

    @Test
    void shouldCapTheMonthInWhichItTakesEffectWhateverTheDeciderTypes() {
        // Given
        var agency = Evaluations.agency(2);
        var closing = Evaluations.opened(agency);
        Evaluations.decided(agency, agency.manager(), "5");
        var early = agency.staff().get(0);
        var late = agency.staff().get(1);
        Disciplines.sanctioned(agency.department(), early, "REPRIMAND", SIGNED, EFFECTIVE);
        var given = Evaluations.scoredAlone(agency, early, "5");

        // When
        var otherwise = Evaluations.act(agency.director(), given, "decide", typed(NUMBER, "2026-07-12"));
        var decided = Evaluations.decided(agency, early, "5");
        var before = Evaluations.decided(agency, late, "5");
        var matter = Disciplines.sanctioned(agency.department(), late, "REPRIMAND", SIGNED, EFFECTIVE);
        var flagged = Evaluations.read(agency.keeper(), before);
        var refused = Evaluations.publish(agency.keeper(), closing, Map.of());
        var seenByReader = Evaluations.closing(agency.reader(), closing);
        var seenByKeeper = Evaluations.closing(agency.keeper(), closing);
        var again = Evaluations.done(Evaluations.act(agency.director(), before, "decide", typed(NUMBER, "2026-07-31")));
        var published = Evaluations.publish(agency.keeper(), closing, Map.of());
        Disciplines.done(Disciplines.act(
                Disciplines.authority(agency.department()),
                matter,
                "acquit",
                Disciplines.acquittal(LocalDate.of(2026, 8, 20))));
        var acquitted = Evaluations.read(agency.keeper(), before);
        var recomputed = Evaluations.done(Evaluations.act(
                agency.director(),
                before,
                "recompute",
                Map.of("reason", Evaluations.REASON, "decision", Evaluations.DECISION)));

        // Then
        otherwise
                .then()
                .statusCode(422)
                .body(at("code", equalTo("evaluation.discipline-differs")))
                .body(at("args.decision", equalTo(NUMBER)));
        assertThat(decided.getString("grade")).isEqualTo("D");
        assertThat(decided.<String>getList("detail.extras.disciplines.decision"))
                .containsExactly(NUMBER);
        assertThat(before.getString("grade")).isEqualTo("B");
        assertThat(flagged.getBoolean("outdated")).isTrue();
        assertThat(flagged.<String>getList("detail.outdatedInputs.kind")).containsExactly("RECORD");
        refused.then().statusCode(409).body(at("errors.code", hasItem("evaluation.results-outdated")));
        assertThat(seenByReader.<Object>getList("outdated")).isEmpty();
        assertThat(seenByKeeper.<String>getList("outdated.evaluationId")).containsExactly(before.getString("id"));
        assertThat(again.getString("grade")).isEqualTo("D");
        assertThat(again.<String>getList("detail.extras.disciplines.decision")).containsExactly(NUMBER);
        published.then().statusCode(200).body(at("outdated", empty()));
        assertThat(acquitted.getBoolean("outdated")).isTrue();
        assertThat(recomputed.getString("evaluation.grade")).isEqualTo("B");
        assertThat(recomputed.<Object>getList("effects.change")).containsExactly("RECOMPUTED", "SUPERSEDED");
    }

    /** Both are told of the one result, which is counted once, and one new decision takes both. */
    @Test
    void shouldStandBesideWhatTheOfficerAnswersForAfterAnInspection() {
        // Given
        var agency = Evaluations.agency(1);
        var closing = Evaluations.opened(agency);
        var clerk = agency.staff().getFirst();
        var sheet = Evaluations.decided(agency, clerk, "5");
        var team = Inspections.team();
        var finding = Inspections.found(
                team,
                Inspections.started(team, agency.department()),
                Inspections.finding("ONE_STOP_ABSENT", agency.division(), "2026-07-15T02:00:00Z", clerk));
        Disciplines.sanctioned(agency.department(), clerk, "REPRIMAND", SIGNED, EFFECTIVE);

        // When
        var flagged = Evaluations.read(agency.director(), sheet);
        var told = Evaluations.closing(agency.keeper(), closing);
        var refused = Evaluations.bulk(agency.keeper(), "", List.of(Evaluations.row("one", closing)));
        var compared = Evaluations.done(Evaluations.act(agency.director(), sheet, "recompute", Map.of()));
        var progress = Api.as(agency.keeper()).get("/evaluation/v1/closing-progress?period=" + Evaluations.MONTH);
        var again = Evaluations.done(Evaluations.act(agency.director(), sheet, "decide", Evaluations.decision()));

        // Then
        assertThat(flagged.<String>getList("detail.outdatedInputs.kind"))
                .containsExactlyInAnyOrder("ACCOUNTABILITY", "RECORD");
        assertThat(told.<String>getList("outdated.kind")).containsExactlyInAnyOrder("ACCOUNTABILITY", "RECORD");
        refused.then()
                .statusCode(207)
                .body(at("results[0].problem.errors.code", hasItem("evaluation.results-outdated")));
        assertThat(compared.getString("effects[1].now.grade")).isEqualTo("D");
        progress.then()
                .statusCode(200)
                .body(at("rows[0].own.sheets", equalTo(2)))
                .body(at("rows[0].own.outdated", equalTo(1)));
        assertThat(again.getBoolean("outdated")).isFalse();
        assertThat(again.getString("grade")).isEqualTo("D");
        assertThat(again.<String>getList("detail.extras.disciplines.decision")).containsExactly(NUMBER);
        assertThat(again.<String>getList("detail.extras.deductions.violation"))
                .containsExactly("findings/" + finding.getString("id"));
    }

    /** A keeper takes over what was decided elsewhere, with the sanction that is recorded here; the same file again changes nothing. */
    @Test
    void shouldCapAnImportedMonthToo() {
        // Given
        var agency = Evaluations.agency(1);
        Evaluations.opened(agency);
        var officer = agency.staff().getFirst();
        Disciplines.sanctioned(agency.department(), officer, "REPRIMAND", SIGNED, EFFECTIVE);
        var file = Scores.file(List.of(Scores.row(Scores.code(officer))));

        // When
        var imported = Scores.imported(agency.keeper(), "ATOMIC", file);
        var again = Scores.imported(agency.keeper(), "ATOMIC", file);

        // Then
        imported.hasState("SUCCEEDED").counts(1, 0, 0);
        again.hasState("SUCCEEDED").counts(0, 1, 0);
        var stored = Evaluations.read(agency.keeper(), Evaluations.sheet(officer));
        assertThat(stored.getString("grade")).isEqualTo("D");
        assertThat(stored.getBoolean("outdated")).isFalse();
    }

    @Test
    void shouldMakeTheYearOfTheDecisionTheLowestLevelAndNoOther() {
        // Given
        var agency = Years.agency(3);
        var department = agency.department();
        agency.staff().forEach(each -> Years.month(each, department, 3, "80"));
        var early = agency.staff().get(0);
        var late = agency.staff().get(1);
        Disciplines.sanctioned(department, early, "REPRIMAND", SIGNED, EFFECTIVE);
        var before = Disciplines.sanctioned(
                department, agency.staff().get(2), "REPRIMAND", LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 1));

        // When
        var closing = Years.opened(agency);
        var suggested = Years.read(agency.keeper(), Years.classification(early, Years.YEAR));
        var above =
                Years.act(agency.director(), Years.classification(early, Years.YEAR), "decide", Years.decision("B"));
        Years.decided(agency, early, Years.decision("D"));
        Years.decided(agency, agency.staff().get(2), Years.decision("B"));
        var good = Years.decided(agency, late, Years.decision("B"));
        var matter = Disciplines.sanctioned(department, late, "WARNING", SIGNED, EFFECTIVE);
        var stale = Years.publish(agency.keeper(), closing, Map.of());
        var stands = Years.decided(agency, late, Years.decision("D"));
        Years.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        Disciplines.done(Disciplines.act(
                Disciplines.authority(department), matter, "acquit", Disciplines.acquittal(LocalDate.of(2026, 9, 1))));
        var restored =
                Years.act(agency.director(), Years.classification(late, Years.YEAR), "correct", Years.reasoned("B"));

        // Then
        assertThat(suggested.getString("detail.limit")).isEqualTo("D");
        above.then()
                .statusCode(422)
                .body(at("code", equalTo("annual.level-above-limit")))
                .body(at("args.limit", equalTo("D")));
        assertThat(good.getString("level")).isEqualTo("B");
        stale.then().statusCode(409).body(at("errors.code", contains("annual.stale")));
        assertThat(stands.getString("level")).isEqualTo("D");
        restored.then().statusCode(200).body(at("level", equalTo("B")));
        assertThat(before.getString("state")).isEqualTo("DECIDED");
    }

    /** Its months are the same and it is not written anew by them; who has no sanction keeps the row as it is. */
    @Test
    void shouldBeInAYearThatIsOpenedAgainAndGoWithTheAcquittal() {
        // Given
        var agency = Years.agency(2);
        var department = agency.department();
        agency.staff().forEach(each -> Years.month(each, department, 3, "80"));
        Years.opened(agency);
        var officer = Years.classification(agency.staff().get(0), Years.YEAR);
        var colleague = Years.classification(agency.staff().get(1), Years.YEAR);
        var free = Years.read(agency.keeper(), officer);
        var other = Years.read(agency.keeper(), colleague);

        // When
        var matter = Disciplines.sanctioned(department, agency.staff().getFirst(), "REPRIMAND", SIGNED, EFFECTIVE);
        Years.open(agency.keeper(), Years.YEAR, department).then().statusCode(200);
        var limited = Years.read(agency.keeper(), officer);
        Years.open(agency.keeper(), Years.YEAR, department).then().statusCode(200);
        var unchanged = Years.read(agency.keeper(), officer);
        Disciplines.done(Disciplines.act(
                Disciplines.authority(department), matter, "acquit", Disciplines.acquittal(LocalDate.of(2026, 9, 1))));
        Years.open(agency.keeper(), Years.YEAR, department).then().statusCode(200);
        var acquitted = Years.read(agency.keeper(), officer);

        // Then
        assertThat(free.getString("detail.limit")).isNotEqualTo("D");
        assertThat(limited.getString("detail.limit")).isEqualTo("D");
        assertThat(unchanged.getString("etag")).isEqualTo(limited.getString("etag"));
        assertThat(acquitted.getString("detail.limit")).isEqualTo(free.getString("detail.limit"));
        assertThat(Years.read(agency.keeper(), colleague).getString("etag")).isEqualTo(other.getString("etag"));
    }
}
