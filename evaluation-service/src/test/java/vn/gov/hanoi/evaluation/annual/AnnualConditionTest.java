package vn.gov.hanoi.evaluation.annual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gov.hanoi.evaluation.annual.Evidence.Quotient;
import vn.gov.hanoi.evaluation.annual.Evidence.Statement;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/** Decision tables over the boundaries of sections 5.1, 5.5 and 5.6 of the domain. */
class AnnualConditionTest {
    @Test
    void shouldFindTheBestLevelIfEveryConditionHoldsByAHair() {
        // When
        var staff = Year.of(2024).best().rated();
        var leader = Year.of(2024).best().as(Post.Role.DEPUTY).rated();

        // Then
        assertThat(staff).isEqualTo(new AnnualLevel.Rated(Grade.A, Grade.A, Grade.A));
        assertThat(leader).isEqualTo(staff);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // fact, part, whole, leader, found, limit
                "TASKS_EXCEEDED, 10, 20, false, A, A",
                "TASKS_EXCEEDED, 9, 20, false, B, B",
                "TASKS_EXCEEDED, 4999, 9999, false, B, B",
                "TASKS_EXCEEDED, 5000, 9999, false, A, A",
                "TASKS_ON_TIME_AND_GOOD, 999, 1000, false, C, C",
                "TASKS_LACKING, 2, 10, false, A, A",
                "TASKS_LACKING, 201, 1000, false, -, C",
                "TASKS_COMPLETED, 999, 1000, false, -, C",
                "CRITERIA_NOT_MET, 5, 10, false, A, A",
                "CRITERIA_NOT_MET, 501, 1000, false, D, D",
                "UNIT_TARGETS_EXCEEDED, 15, 30, true, A, A",
                "UNIT_TARGETS_EXCEEDED, 149, 300, true, B, B",
                "SUBUNITS_GOOD, 7, 10, true, A, A",
                "SUBUNITS_GOOD, 69, 100, true, B, B",
                "SUBUNITS_COMPLETED, 9, 10, true, C, C",
                "UNIT_TARGETS_ON_TIME_AND_GOOD, 8, 10, true, A, A",
                "UNIT_TARGETS_ON_TIME_AND_GOOD, 799, 1000, true, C, C",
                // The unit's targets: 70 % is not above 70 %, and 50 % is not below 50 %: a gap.
                "UNIT_TARGETS_COMPLETED, 71, 100, true, C, C",
                "UNIT_TARGETS_COMPLETED, 7, 10, true, -, C",
                "UNIT_TARGETS_COMPLETED, 5, 10, true, -, C",
                "UNIT_TARGETS_COMPLETED, 499, 1000, true, D, D",
                // Staff are not asked for the targets of the unit.
                "UNIT_TARGETS_COMPLETED, 1, 10, false, A, A"
            })
    void shouldKeepTheBoundariesOfDecree90(
            Fact fact, long part, long whole, boolean leader, @Nullable Grade found, Grade limit) {
        // Given
        var year = Year.of(2024).best().as(leader ? Post.Role.HEAD : Post.Role.STAFF);

        // When
        var level = year.says(fact, part, whole).rated();

        // Then
        assertThat(level.found()).isEqualTo(found);
        assertThat(level.limit()).isEqualTo(limit);
    }

    @Test
    void shouldLeaveAGapToTheAuthority() {
        // When
        var finding = Year.of(2024)
                .best()
                .as(Post.Role.HEAD)
                .says(Fact.UNIT_TARGETS_COMPLETED, 60, 100)
                .find();

        // Then
        assertThat(finding.level()).isEqualTo(new AnnualLevel.Rated(null, null, Grade.C));
        assertThat(finding.flags()).containsExactly(AnnualFlag.NO_LEVEL_NAMED, AnnualFlag.UNIT_LEVEL_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fact.class,
            names = {"CONDUCT_EXEMPLARY", "TASKS_HIGH_EFFECT", "TASKS_EXCEEDED"})
    void shouldNeverTakeWhatIsNotKnownAsMet(Fact fact) {
        // When
        var finding = Year.of(2024).best().silent(fact).find();

        // Then
        assertThat(finding.level()).isEqualTo(new AnnualLevel.Rated(Grade.B, Grade.A, Grade.A));
        assertThat(finding.flags()).contains(AnnualFlag.CONDITIONS_UNKNOWN);
    }

    @Test
    void shouldSayNothingOfAShareOfNothing() {
        // When
        var tasks = Year.of(2024).best().says(Fact.TASKS_EXCEEDED, 0, 0);
        var subunits = Year.of(2024)
                .best()
                .as(Post.Role.HEAD)
                .says(Fact.SUBUNITS_COMPLETED, 0, 0)
                .says(Fact.SUBUNITS_GOOD, 0, 0);

        // Then: a head without units below is not held back by them.
        assertThat(tasks.outcome("TASKS_EXCEEDED")).isEqualTo(Outcome.UNKNOWN);
        assertThat(subunits.outcome("SUBUNITS_GOOD")).isEqualTo(Outcome.MET);
        assertThat(subunits.rated().found()).isEqualTo(Grade.A);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // decided on, in duty, party only, outcome, level
                "2024-01-01, true, false, MET, D",
                "2024-12-31, true, false, MET, D",
                "2023-12-31, true, false, NOT_MET, A",
                "2025-01-01, true, false, NOT_MET, A",
                "2024-06-01, false, false, NOT_MET, A",
                "2024-06-01, -, false, UNKNOWN, A",
                "2024-06-01, true, true, NOT_MET, A"
            })
    void shouldFailWhoWasDisciplinedInTheYearForAViolationInDuty(
            String day, @Nullable Boolean inDuty, boolean partyOnly, Outcome outcome, Grade level) {
        // Given
        var year = Year.of(2024).best().sanction(day, inDuty, partyOnly);

        // When
        var finding = year.find();

        // Then
        assertThat(year.outcome("DISCIPLINED")).isEqualTo(outcome);
        assertThat(year.rated().limit()).isEqualTo(level);
        assertThat(finding.flags().contains(AnnualFlag.PARTY_DISCIPLINE)).isEqualTo(partyOnly);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fact.class,
            names = {"DEGRADATION_CONCLUDED", "UNIT_IN_CORRUPTION"})
    void shouldFailALeaderForAnyOneGround(Fact fact) {
        assertThat(Year.of(2024).best().as(Post.Role.HEAD).says(fact, true).rated())
                .isEqualTo(new AnnualLevel.Rated(Grade.D, Grade.D, Grade.D));
    }

    @Test
    void shouldNotHoldTheUnitAgainstStaff() {
        assertThat(Year.of(2024)
                        .best()
                        .says(Fact.UNIT_IN_CORRUPTION, true)
                        .rated()
                        .found())
                .isEqualTo(Grade.A);
    }

    @ParameterizedTest
    @CsvSource({
        "90, A",
        "89.99996, B",
        "89.9999999999, B",
        "70, B",
        "69.9999, C",
        "50, C",
        "49.9999, D",
        "0, D",
        "100, A"
    })
    void shouldRateByTheExactMeanFrom2026(String points, Grade grade) {
        // Given
        var year = Year.of(2026).months(String.join(" ", List.of(points, points, points)));

        // When
        var level = year.rated();

        // Then
        assertThat(level).isEqualTo(new AnnualLevel.Rated(grade, grade, grade));
    }

    @Test
    void shouldNotRoundAMeanThatDoesNotEnd() {
        // Given: 269.9999 / 3 is below 90 by a third of a ten thousandth.
        var below = Year.of(2026).months("90 90 89.9999");
        var equal = Year.of(2026).months("91 90 89");

        // Then
        assertThat(below.rated().suggestion()).isEqualTo(Grade.B);
        assertThat(equal.rated().suggestion()).isEqualTo(Grade.A);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fact.class,
            names = {"DEGRADATION_CONCLUDED", "FORBIDDEN_ACT", "EXAMPLE_BREACHED", "UNIT_IN_CORRUPTION"})
    void shouldFailALeaderOf2026WhateverThePoints(Fact fact) {
        assertThat(Year.of(2026)
                        .best()
                        .as(Post.Role.HEAD)
                        .says(fact, true)
                        .rated()
                        .suggestion())
                .isEqualTo(Grade.D);
    }

    @Test
    void shouldShowThePartyRuleBesideTheRatingWithoutBinding() {
        // Given: 29 % exceed, where the party asks for 30 %.
        var year = Year.of(2026).best().as(Post.Role.HEAD).says(Fact.TASKS_EXCEEDED, 29, 100);

        // Then
        assertThat(year.outcome("PARTY_TASKS_EXCEEDED")).isEqualTo(Outcome.NOT_MET);
        assertThat(year.says(Fact.TASKS_EXCEEDED, 30, 100).outcome("PARTY_TASKS_EXCEEDED"))
                .isEqualTo(Outcome.MET);
        assertThat(year.rated().limit()).isEqualTo(Grade.A);
    }

    @Test
    void shouldShowLocalCustomWithoutBinding() {
        // Given
        var year = Year.of(2024).best().months("95 95 95 95 95 60 60 60 60 60 60 40");

        // Then
        assertThat(year.outcome("LOCAL_MONTHS_A")).isEqualTo(Outcome.NOT_MET);
        assertThat(year.outcome("LOCAL_NO_MONTH_D")).isEqualTo(Outcome.NOT_MET);
        assertThat(year.rated().limit()).isEqualTo(Grade.A);
    }

    @Test
    void shouldBindNobodyByConditionsThatAreNotKnownFromTheText() {
        // When
        var level = Year.of(2018).says(Fact.TASKS_EXCEEDED, 0, 10).rated();

        // Then
        assertThat(level).isEqualTo(new AnnualLevel.Rated(null, Grade.B, Grade.A));
    }

    @Test
    void shouldRefuseEvidenceThatDoesNotFit() {
        assertThatThrownBy(() -> new Evidence(Fact.CONDUCT_MET, Quotient.of(1, 2), "s", "1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Evidence(Fact.TASKS_LACKING, new Statement(true), "s", "1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quotient.of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        var counted = new Evidence(Fact.MEAN_SCORE, Quotient.of(99, 1), "s", "1");
        assertThatThrownBy(() -> new YearRecords(List.of(), List.of(), List.of(counted), null))
                .isInstanceOf(IllegalArgumentException.class);
        var told = new Evidence(Fact.CONDUCT_MET, new Statement(true), "s", "1");
        assertThatThrownBy(() -> new YearRecords(List.of(), List.of(), List.of(told, told), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldCompareSharesWithoutDividing() {
        assertThat(Quotient.of(1, 3).compareTo(new BigDecimal("0.3333333333333333333333333333")))
                .isPositive();
        assertThat(Quotient.of(1, 2).compareTo(new BigDecimal("0.50"))).isZero();
    }
}
