package vn.gov.hanoi.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments.set;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;

/** What keeps a grade below what the points give, and what leaves a period without one. */
class ScoreCeilingTest {
    @ParameterizedTest
    @CsvSource({
        "HN-M-2018, 11, 22, A",
        "HN-M-2018, 1, 22, A",
        "HN-M-2021, 11, 22, C",
        "HN-M-2021, 11.5, 22, A",
        "HN-M-2022, 0.5, 22, C",
        "HN-M-2022, 11, 21, A",
        "HN-M-2022, 10.5, 21, C",
        "VN-CC-2026, 10, 20, C",
        "VN-VC-2026, 10.5, 20, A"
    })
    void shouldKeepLittlePresenceAtCUpToAndWithHalfOfTheWorkingDays(
            String id, String days, int workingDays, Grade grade) {
        // When
        var score = full(id).present(days, workingDays).score();

        // Then
        assertThat(score.rated().gradeByPoints()).isEqualTo(Grade.A);
        assertThat(score.rated().grade()).isEqualTo(grade);
    }

    @Test
    void shouldNotLiftAWorseGradeToTheCeiling() {
        // When
        var score = Inputs.of("HN-M-2022")
                .group("DISCIPLINE", "10")
                .group("TASKS", "20")
                .present("5", 22)
                .score();

        // Then
        assertThat(score.rated().grade()).isEqualTo(Grade.D);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-08-01, false, D",
        "2022-08-31, false, D",
        "2022-07-31, false, A",
        "2022-09-01, false, A",
        "2022-08-15, true, A"
    })
    void shouldRateDInTheMonthInWhichADisciplineTakesEffect(LocalDate effectiveOn, boolean partyOnly, Grade grade) {
        // When
        var score =
                full("HN-M-2022").discipline("12/QĐ", effectiveOn, partyOnly).score();

        // Then
        assertThat(score.rated().grade()).isEqualTo(grade);
        var step = ScoreProductTest.step(score, Step.Code.DISCIPLINE);
        assertThat(step.inputs().get(grade == Grade.D ? "decisions" : "flagged"))
                .contains("12/QĐ");
    }

    @ParameterizedTest
    @CsvSource({"HEAD, B, B", "HEAD, D, D", "HEAD, A, A", "HEAD, , A", "DEPUTY_HEAD, C, A", "STAFF, D, A"})
    void shouldNotRateTheHeadAboveTheUnit(Position position, Grade unit, Grade grade) {
        for (var id : RuleSetDocuments.IDS) {
            // When
            var inputs = full(id, position).unit(unit);

            // Then
            assertThat(inputs.score().rated().grade()).as(id).isEqualTo(grade);
        }
    }

    @Test
    void shouldFollowTheSwitchesOfTheRuleSet() {
        // Given
        var off =
                RuleSetDocuments.read(RuleSetDocuments.altered("HN-M-2018", set("/rules/ceilings/2/enabled", "false")));
        var deputies = RuleSetDocuments.read(
                RuleSetDocuments.altered("HN-M-2018", set("/rules/ceilings/2/includesDeputies", "true")));

        // Then
        assertThat(full(Inputs.of(off).head()).unit(Grade.C).score().rated().grade())
                .isEqualTo(Grade.A);
        assertThat(full(Inputs.of(deputies).subject(Category.CIVIL_SERVANT, Position.DEPUTY_HEAD, true))
                        .unit(Grade.C)
                        .score()
                        .rated()
                        .grade())
                .isEqualTo(Grade.C);
    }

    @Test
    void shouldApplyCeilingsInTheOrderOfTheRuleSet() {
        // When
        var score = full("HN-M-2022", Position.HEAD)
                .unit(Grade.B)
                .present("11", 22)
                .discipline("12/QĐ", LocalDate.of(2022, 8, 10), false)
                .score();

        // Then
        assertThat(score.explanation().steps())
                .filteredOn(step -> step.path().startsWith("/rules/ceilings"))
                .extracting(step -> step.code() + " " + step.inputs().get("before") + " " + step.result())
                .containsExactly("LITTLE_PRESENCE A C", "DISCIPLINE C D", "HEAD_NOT_ABOVE_UNIT D D");
    }

    @ParameterizedTest
    @CsvSource({"ABSENT_ALL_PERIOD", "MATERNITY_ALL_PERIOD", "BEFORE_TRANSFER_IN"})
    void shouldLeaveAPeriodUnratedWithoutTakingItForZero(NotRatedReason reason) {
        for (var id : RuleSetDocuments.IDS) {
            // When
            var score = full(id).present("0", 22).notRated(reason).score();

            // Then
            assertThat(score.outcome()).isEqualTo(Score.Outcome.NOT_RATED);
            assertThat(score.notRated()).isEqualTo(reason);
            assertThat(score.value()).isNull();
        }
    }

    @Test
    void shouldNotRateWhoWasPresentOnNoDay() {
        // When
        var score = Inputs.of("HN-M-2018").present("0", 22).score();

        // Then
        assertThat(score.notRated()).isEqualTo(NotRatedReason.ABSENT_ALL_PERIOD);
    }

    @Test
    void shouldKeepAnAdvisoryScoreWithoutLettingItCount() {
        // When
        var score = full("HN-M-2018")
                .advice("COMMUNE_CHAIRMAN", "DISTRICT_CHAIRMAN", "10")
                .score();

        // Then
        assertThat(score.rated().exact()).isEqualTo(Fraction.of(90));
        assertThat(ScoreProductTest.step(score, Step.Code.ADVICE).inputs())
                .containsEntry("points", "10.0000")
                .containsEntry("weight", "0.0000");
    }

    @Test
    void shouldLetAnAdvisoryScoreCountIfTheRuleSetSaysSo() {
        // Given
        var weighing = RuleSetDocuments.read(
                RuleSetDocuments.altered("HN-M-2018", set("/rules/evaluators/15/weight", "0.25")));

        // When
        var score = full(Inputs.of(weighing))
                .advice("COMMUNE_CHAIRMAN", "DISTRICT_CHAIRMAN", "10")
                .score();

        // Then
        assertThat(score.rated().exact()).isEqualTo(Fraction.of(70));
    }

    private static Inputs full(String id) {
        return full(id, Position.STAFF);
    }

    private static Inputs full(String id, Position position) {
        return full(Inputs.of(id).subject(Category.CIVIL_SERVANT, position, position != Position.STAFF));
    }

    private static Inputs full(Inputs inputs) {
        if (inputs.ruleSet().rules().formula().products() == null) {
            return inputs.group("DISCIPLINE", "20").group("TASKS", "70");
        }
        inputs.group("GENERAL", "30").product("P1", 1, 1, 0, 0);
        return inputs.input().subject().leader() ? inputs.factors(java.util.Map.of(Grade.B, 4), "1", "1") : inputs;
    }

    @Test
    void shouldRateFullSheetsA() {
        for (var id : List.of("HN-M-2018", "VN-CC-2026")) {
            assertThat(full(id).score().rated().grade()).isEqualTo(Grade.A);
        }
    }
}
