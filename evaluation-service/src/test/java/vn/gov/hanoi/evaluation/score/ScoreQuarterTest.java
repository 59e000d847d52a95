package vn.gov.hanoi.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments.set;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

class ScoreQuarterTest {
    private static final RuleSet CC = RuleSetDocuments.shipped("VN-CC-2026");

    @Test
    void shouldAddUpProductsInsteadOfAveragingRatios() {
        // Given: 1 of 1, 1 of 4, 1 of 4: mean of ratios 50 %, sums 3 of 9
        var months = List.of(
                month(1).group("GENERAL", "30").product("P", 1, 1, 0, 0),
                month(2).group("GENERAL", "27").product("P", 4, 1, 0, 0),
                month(3).group("GENERAL", "24").product("P", 4, 1, 0, 0));

        // When
        var score = quarter(months);

        // Then: 27 + 70 / 3
        assertThat(score.rated().exact()).hasToString("151/3");
        assertThat(score.rated().grade()).isEqualTo(Grade.C);
    }

    @Test
    void shouldDivideByTheMonthsReallyWorked() {
        // Given
        var months = List.of(
                month(1).notRated(NotRatedReason.BEFORE_TRANSFER_IN).present("0", 22),
                month(2).notRated(NotRatedReason.MATERNITY_ALL_PERIOD).present("0", 18),
                month(3).group("GENERAL", "24").product("P", 2, 2, 0, 0));

        // When
        var score = quarter(months);

        // Then
        assertThat(score.rated().exact()).isEqualTo(Fraction.of(94));
        assertThat(score.explanation().steps())
                .filteredOn(step -> step.code() == Step.Code.MONTH)
                .extracting(Step::result)
                .containsExactly("BEFORE_TRANSFER_IN", "MATERNITY_ALL_PERIOD", "RATED");
    }

    @Test
    void shouldHaveNoResultWithoutAMonthWorked() {
        // When
        var maternity = quarter(List.of(
                month(1).notRated(NotRatedReason.MATERNITY_ALL_PERIOD),
                month(2).notRated(NotRatedReason.MATERNITY_ALL_PERIOD),
                month(3).notRated(NotRatedReason.MATERNITY_ALL_PERIOD)));
        var nothing = quarter(List.of());

        // Then
        assertThat(maternity.outcome()).isEqualTo(Score.Outcome.NOT_RATED);
        assertThat(maternity.notRated()).isEqualTo(NotRatedReason.MATERNITY_ALL_PERIOD);
        assertThat(nothing.outcome()).isEqualTo(Score.Outcome.NOT_RATED);
    }

    @Test
    void shouldTakeTheLeastFactorOfTheMonths() {
        // Given
        var months = List.of(
                month(1).head().group("GENERAL", "30").product("P", 1, 1, 0, 0).factors(Map.of(Grade.A, 3), "1", "1"),
                month(2).head().group("GENERAL", "30").product("P", 1, 1, 0, 0).factors(Map.of(Grade.D, 1), "1", "1"),
                month(3).head()
                        .group("GENERAL", "30")
                        .product("P", 1, 1, 0, 0)
                        .factors(Map.of(Grade.A, 3), "1", "0.5"));

        // When
        var score = quarter(months);

        // Then: 30 + (1 + 1 + 1 + 0.5 + 1 + 0.5) / 6 x 70
        assertThat(score.rated().exact()).hasToString("265/3");
    }

    @Test
    void shouldCountAMonthWithoutProductsOnlyForTheGeneralPoints() {
        // Given
        var months = List.of(
                month(1).group("GENERAL", "20"),
                month(2).group("GENERAL", "30").product("P", 2, 1, 0, 0),
                month(3).group("GENERAL", "25").product("P", 2, 2, 0, 0));

        // When
        var score = quarter(months);

        // Then: 25 + 3/4 x 70
        assertThat(score.rated().exact()).hasToString("77.5000");
    }

    @Test
    void shouldSayWhatIsMissingInWhichMonth() {
        // Given
        var months = List.of(
                month(1).group("GENERAL", "20").unmarked("C.B"),
                month(2).head().group("GENERAL", "30").product("P", 2, 1, 0, 0),
                month(3).group("GENERAL", "25"));

        // When
        var score = quarter(months);

        // Then
        assertThat(score.outcome()).isEqualTo(Score.Outcome.INSUFFICIENT_DATA);
        assertThat(score.missing()).contains("2026-01 C.B", "2026-02 FACTORS");
    }

    @Test
    void shouldAverageTheMonthsIfTheRuleSetSaysSo() {
        // Given
        var mean = RuleSetDocuments.read(
                RuleSetDocuments.altered("VN-CC-2026", set("/rules/aggregation/method", "\"MEAN\"")));
        var months = List.of(
                Inputs.of(mean).in(YearMonth.of(2026, 1)).group("GENERAL", "30").product("P", 1, 1, 0, 0),
                Inputs.of(mean).in(YearMonth.of(2026, 2)).group("GENERAL", "30").product("P", 4, 1, 0, 0));

        // When
        var score = Scoring.quarter(mean, input(months));

        // Then: (100 + 47.5) / 2
        assertThat(score.rated().exact()).hasToString("73.7500");
    }

    @Test
    void shouldNotDependOnTheOrderOfMonths() {
        // Given
        var months = new ArrayList<>(List.of(
                month(1).group("GENERAL", "30").product("P", 1, 1, 0, 0),
                month(2).group("GENERAL", "27").product("P", 4, 1, 1, 0),
                month(3).group("GENERAL", "24").product("P", 4, 1, 0, 2)));

        // When
        var score = quarter(months);
        var again = quarter(months.reversed());

        // Then
        assertThat(again).isEqualTo(score);
        assertThat(again.explanation().digest()).isEqualTo(score.explanation().digest());
    }

    @Test
    void shouldRefuseMonthsThatAreNotOfTheQuarter() {
        // Given
        var months = List.of(
                month(3).group("GENERAL", "30"),
                month(3).group("GENERAL", "30").mark("C.A", "10.0001"),
                month(4).group("GENERAL", "30"));

        // When
        var refused = catchThrowableOfType(Refused.class, () -> quarter(months));

        // Then
        assertThat(refused.refusals())
                .extracting(refusal -> refusal.code().code() + " " + refusal.pointer())
                .containsExactly(
                        "score.wrong-month /months/2026-03",
                        "score.out-of-range /months/2026-03/marks/C.A/points",
                        "score.group-over-maximum /months/2026-03/groups/GENERAL",
                        "score.wrong-month /months/2026-04");
    }

    @Test
    void shouldRefuseAQuarterWhereTheRuleSetHasNone() {
        // Given
        var hanoi = RuleSetDocuments.shipped("HN-M-2022");
        var input = new QuarterInput(
                Period.quarter(2023, 1),
                Inputs.of(hanoi).input().subject(),
                List.of(),
                Inputs.of(hanoi).circumstances());

        // When
        var refused = catchThrowableOfType(Refused.class, () -> Scoring.quarter(hanoi, input));

        // Then
        assertThat(refused.refusals()).extracting(Refusal::pointer).containsExactly("/period");
    }

    private static Inputs month(int month) {
        return Inputs.of(CC).in(YearMonth.of(2026, month));
    }

    static Score quarter(List<Inputs> months) {
        return Scoring.quarter(CC, input(months));
    }

    static QuarterInput input(List<Inputs> months) {
        var last = months.isEmpty() ? Inputs.of(CC) : months.getLast();
        var subject = months.stream().anyMatch(month -> month.input().subject().leader())
                ? Inputs.of(CC).head().input().subject()
                : last.input().subject();
        return new QuarterInput(
                Period.quarter(2026, 1),
                subject,
                months.stream().map(Inputs::month).toList(),
                Inputs.of(CC).present("60", 62).circumstances());
    }
}
