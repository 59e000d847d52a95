package vn.gov.hanoi.evaluation.quarterly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments.set;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.monthly.DecidedSheetQueries.Decided;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries.Month;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.score.Fraction;
import vn.gov.hanoi.evaluation.score.Inputs;
import vn.gov.hanoi.evaluation.score.Score;

class QuarterTest {
    private static final RuleSet CC = RuleSetDocuments.shipped("VN-CC-2026");
    private static final Period QUARTER = Period.quarter(2026, 1);
    private static final UUID OFFICER = new UUID(1, 1);

    @Test
    void shouldCountPresenceOverTheMonthsReallyWorkedOnly() {
        // Given: 20 of 42 days with the month of maternity, 20 of 20 without
        var months = List.of(
                told(month(1).notRated(NotRatedReason.MATERNITY_ALL_PERIOD).present("0", 22)),
                told(full(2).present("20", 20)));

        // When
        var quarter = Quarter.of(QUARTER, months);

        // Then: else little presence would cap it
        assertThat(grade(quarter)).isEqualTo(Grade.A);
        assertThat(step(quarter, "LITTLE_PRESENCE")).containsExactly("20.0000 of 20");
    }

    @Test
    void shouldGiveTheReasonOfTheLastMonthWithoutAMonthWorked() {
        // When
        var quarter = Quarter.of(
                QUARTER,
                List.of(
                        told(month(1).notRated(NotRatedReason.ABSENT_ALL_PERIOD).present("0", 22)),
                        told(month(2).notRated(NotRatedReason.MATERNITY_ALL_PERIOD)
                                .present("0", 18))));

        // Then
        assertThat(score(quarter).notRated()).isEqualTo(NotRatedReason.MATERNITY_ALL_PERIOD);
    }

    @Test
    void shouldHoldTheHeadToTheLowestLevelOfTheUnitInTheMonths() {
        // Given
        var months = List.of(told(head(1).unit(Grade.A)), told(head(2).unit(Grade.C)), told(head(3)));

        // When
        var quarter = Quarter.of(QUARTER, months);

        // Then
        assertThat(score(quarter).rated().gradeByPoints()).isEqualTo(Grade.A);
        assertThat(grade(quarter)).isEqualTo(Grade.C);
    }

    @Test
    void shouldKeepTheDisciplineOfAnEarlierMonth() {
        // Given
        var months = List.of(
                told(full(1).discipline("12/QĐ-UBND", LocalDate.of(2026, 1, 20), false)), told(full(2)), told(full(3)));

        // When
        var quarter = Quarter.of(QUARTER, months);

        // Then
        assertThat(grade(quarter)).isEqualTo(Grade.D);
    }

    @Test
    void shouldRestOnToldMonthsAlone() {
        // Given
        var first = told(full(1));
        var open = new Month(
                UUID.randomUUID(),
                OFFICER,
                Period.month(YearMonth.of(2026, 2)),
                1,
                false,
                false,
                CC,
                full(2).template(),
                null,
                null);

        // When
        var quarter = Quarter.of(QUARTER, List.of(first, open));

        // Then
        assertThat(quarter.months()).containsExactly(first);
        assertThat(quarter.score())
                .isEqualTo(Quarter.of(QUARTER, List.of(first)).score());
        assertThat(Quarter.State.of(List.of(first, open), true)).isEqualTo(Quarter.State.OPEN);
        assertThat(Quarter.State.of(List.of(first), false)).isEqualTo(Quarter.State.OPEN);
        assertThat(Quarter.State.of(List.of(first), true)).isEqualTo(Quarter.State.PUBLISHED);
    }

    @Test
    void shouldSayWhyNothingFollows() {
        // Given
        var hanoi = RuleSetDocuments.shipped("HN-M-2022");
        var may = Inputs.of(hanoi)
                .in(YearMonth.of(2023, 2))
                .group("DISCIPLINE", "20")
                .group("TASKS", "70");
        var publicUnits =
                RuleSetDocuments.read(RuleSetDocuments.altered("VN-VC-2026", set("/effectiveFrom", "\"2026-01-01\"")));

        // When
        var without = Quarter.of(Period.quarter(2023, 1), List.of(month(hanoi, may)));
        var mixed = Quarter.of(QUARTER, List.of(month(publicUnits, full(1)), told(full(2))));

        // Then
        assertThat(without.obstacle()).isEqualTo(Quarter.Obstacle.NO_QUARTER_RULES);
        assertThat(mixed.obstacle()).isEqualTo(Quarter.Obstacle.RULES_DIFFER);
        assertThat(mixed.score()).isNull();
    }

    @Test
    void shouldRateMonthsOfEarlierVersionsByTheLastUnlessItRefusesThem() {
        // Given
        var next = version(2, "C.A");
        var other = version(3, "C.Z");

        // When
        var rated = Quarter.of(QUARTER, List.of(told(full(1)), month(next, full(next, 2))));
        var refused = Quarter.of(QUARTER, List.of(told(full(1)), month(other, full(other, 2))));

        // Then
        assertThat(rated.ruleSet().version()).isEqualTo(2);
        assertThat(grade(rated)).isEqualTo(Grade.A);
        assertThat(refused.obstacle()).isEqualTo(Quarter.Obstacle.RULES_DIFFER);
    }

    @Test
    void shouldNotShowWhatFollowsFromMonthsThatTheirOwnRulesRefuse() {
        // Given
        var altered = List.of(told(full(1).mark("C.A", "11")));

        // Then
        assertThatThrownBy(() -> Quarter.of(QUARTER, altered)).isInstanceOf(IllegalStateException.class);
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void shouldGiveTheMeanOfGeneralPointsAndTheShareOfAllProducts(@ForAll long seed) {
        // Given
        var random = new Random(seed);
        var months = new ArrayList<Month>();
        int general = 0;
        int assigned = 0;
        int completed = 0;
        for (int i = 1; i <= 1 + random.nextInt(3); i++) {
            int points = random.nextInt(31);
            int wanted = 1 + random.nextInt(6);
            int done = random.nextInt(wanted + 1);
            months.add(told(month(i).group("GENERAL", Integer.toString(points)).product("P", wanted, done, 0, 0)));
            general += points;
            assigned += wanted;
            completed += done;
        }

        // When
        var quarter = Quarter.of(QUARTER, months);
        var again = Quarter.of(QUARTER, List.copyOf(months));

        // Then
        var exact = Fraction.of(general)
                .dividedBy(Fraction.of(months.size()))
                .plus(Fraction.of(completed).times(Fraction.of(70)).dividedBy(Fraction.of(assigned)));
        assertThat(score(quarter).rated().exact()).isEqualTo(exact);
        assertThat(score(again).explanation().digest())
                .isEqualTo(score(quarter).explanation().digest());
    }

    private static Inputs month(int month) {
        return Inputs.of(CC).in(YearMonth.of(2026, month));
    }

    private static Inputs full(int month) {
        return full(CC, month);
    }

    private static Inputs full(RuleSet ruleSet, int month) {
        return Inputs.of(ruleSet)
                .in(YearMonth.of(2026, month))
                .group("GENERAL", "30")
                .product("P", 1, 1, 0, 0);
    }

    private static Inputs head(int month) {
        return month(month)
                .head()
                .group("GENERAL", "30")
                .product("P", 1, 1, 0, 0)
                .factors(java.util.Map.of(Grade.A, 3), "1", "1");
    }

    private static RuleSet version(int version, String firstCriterion) {
        return RuleSetDocuments.read(RuleSetDocuments.altered(
                "VN-CC-2026",
                set("/version", Integer.toString(version)),
                set("/rules/groups/0/criteria/0/code", '"' + firstCriterion + '"')));
    }

    private static Month told(Inputs inputs) {
        return month(inputs.ruleSet(), inputs);
    }

    private static Month month(RuleSet ruleSet, Inputs inputs) {
        var input = inputs.input();
        return new Month(
                UUID.randomUUID(),
                OFFICER,
                input.period(),
                1,
                true,
                false,
                ruleSet,
                inputs.template(),
                new Decided(input, Score.Outcome.RATED, null, null, null),
                "00");
    }

    private static Score score(Quarter quarter) {
        return java.util.Objects.requireNonNull(quarter.score());
    }

    private static Grade grade(Quarter quarter) {
        return score(quarter).rated().grade();
    }

    private static List<String> step(Quarter quarter, String code) {
        return score(quarter).explanation().steps().stream()
                .filter(step -> step.code().name().equals(code))
                .map(step -> step.inputs().get("days") + " of " + step.inputs().get("workingDays"))
                .toList();
    }
}
