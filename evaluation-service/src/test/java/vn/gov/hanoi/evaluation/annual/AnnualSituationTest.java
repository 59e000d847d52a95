package vn.gov.hanoi.evaluation.annual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated.Reason;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;

/** Years that are not like others: section 5.2 of the domain. */
class AnnualSituationTest {
    @ParameterizedTest
    @CsvSource({
        // Six months to the day, one day less.
        "2024-07-01, 2024-12-31, true",
        "2024-07-02, 2024-12-31, false",
        "2024-01-01, 2024-06-30, true",
        "2024-01-01, 2024-06-29, false",
        "2025-01-15, 2025-07-14, true",
        "2025-01-15, 2025-07-13, false",
        "2023-03-01, 2025-02-01, true"
    })
    void shouldRateWhoServedSixMonths(String from, String to, boolean rated) {
        // Given
        int year = from.startsWith("2023") ? 2024 : Integer.parseInt(from.substring(0, 4));

        // When
        var finding = Year.of(year).stay(Year.UNIT, from, to).find();

        // Then
        assertThat(finding.level() instanceof AnnualLevel.Rated).isEqualTo(rated);
        assertThat(finding.flags().contains(AnnualFlag.REVIEW_WITHOUT_RATING)).isEqualTo(!rated);
    }

    @Test
    void shouldNotRateWhoServedLessAndSayWhy() {
        // When
        var finding = Year.of(2024).stay(Year.UNIT, "2024-08-01", "2024-12-31").find();

        // Then
        assertThat(finding.level()).isEqualTo(new AnnualLevel.NotRated(Reason.SERVICE_TOO_SHORT));
        assertThat(finding.conditions()).isEmpty();
        assertThat(finding.rollUp().rated()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        // Three months to the day, one day less; two leaves together.
        "2024-03-01, 2024-05-31, C",
        "2024-03-01, 2024-05-30, A",
        "2024-03-01, 2024-05-31, C",
        "2024-01-01, 2024-05-31, C",
        // Six months absent, six months served.
        "2024-07-01, 2024-12-31, C"
    })
    void shouldNotRateGoodWhoWasAbsentThreeMonths(String from, String to, Grade limit) {
        // When
        var level = Year.of(2024).best().leave(Leave.Kind.OTHER, from, to).rated();

        // Then
        assertThat(level).isEqualTo(new AnnualLevel.Rated(limit, limit, limit));
    }

    @Test
    void shouldAddLeavesTogetherAndCountNoDayTwice() {
        // When
        var two = Year.of(2024)
                .best()
                .leave(Leave.Kind.OTHER, "2024-01-01", "2024-01-31")
                .leave(Leave.Kind.OTHER, "2024-06-01", "2024-07-30");
        var overlapping = Year.of(2024)
                .best()
                .leave(Leave.Kind.OTHER, "2024-01-01", "2024-02-29")
                .leave(Leave.Kind.OTHER, "2024-01-15", "2024-03-15");

        // Then
        assertThat(two.rated().limit()).isEqualTo(Grade.C);
        assertThat(overlapping.rated().limit()).isEqualTo(Grade.A);
    }

    @Test
    void shouldNotRateWhoWasAbsentMoreThanHalfTheYear() {
        assertThat(Year.of(2024)
                        .leave(Leave.Kind.OTHER, "2024-01-01", "2024-07-01")
                        .notRated())
                .isEqualTo(Reason.SERVICE_TOO_SHORT);
    }

    @Test
    void shouldRateAMaternityYearOnTheTimeReallyWorked() {
        // Given
        var year = Year.of(2024)
                .best()
                .leave(Leave.Kind.MATERNITY, "2024-02-01", "2024-08-31")
                .months("92 m m m m m m m 94 96 91 97");

        // When
        var finding = year.find();

        // Then
        assertThat(finding.level()).isEqualTo(new AnnualLevel.Rated(Grade.A, Grade.A, Grade.A));
        assertThat(finding.rollUp().rated()).isEqualTo(5);
        assertThat(finding.rollUp().leftOut()).isEqualTo(7);
        assertThat(finding.rollUp().mean()).isEqualTo(Evidence.Quotient.of(470, 5));
    }

    @Test
    void shouldTakeMaternityOutOfOtherLeave() {
        // Given: sick leave that is written across maternity leave leaves one month of absence.
        var year = Year.of(2024)
                .best()
                .leave(Leave.Kind.MATERNITY, "2024-02-01", "2024-06-30")
                .leave(Leave.Kind.OTHER, "2024-02-01", "2024-07-31");

        // Then
        assertThat(year.rated().limit()).isEqualTo(Grade.A);
    }

    @Test
    void shouldNotRateAYearWithoutAnyRatedMonth() {
        assertThat(Year.of(2024).months("m m m m m m m m m m m m").notRated()).isEqualTo(Reason.NO_RATED_PERIOD);
        assertThat(Year.of(2026).periods(List.of()).notRated()).isEqualTo(Reason.NO_RATED_PERIOD);
    }

    @Test
    void shouldLetTheLastUnitRateAPersonWithThreeUnits() {
        // Given
        var year = Year.of(2024)
                .stay(Year.OLDEST, "2024-01-01", "2024-06-30")
                .stay(Year.OLD, "2024-07-01", "2024-09-30")
                .stay(Year.UNIT, "2024-10-01", "2024-12-31")
                .months("95 95 95 95 95 95 60 60 60 80 80 80");

        // When
        var finding = year.find();

        // Then: the first unit had the person for six months and must be heard, the second for three.
        assertThat(finding.ratingUnit()).isEqualTo(Year.UNIT);
        assertThat(finding.missingOpinions()).containsExactly(Year.OLDEST);
        assertThat(finding.flags()).contains(AnnualFlag.OPINION_MISSING);
        assertThat(finding.rollUp().mean()).isEqualTo(Evidence.Quotient.of(990, 12));
        assertThat(finding.rollUp().counts())
                .containsEntry(Grade.A, 6)
                .containsEntry(Grade.B, 3)
                .containsEntry(Grade.C, 3)
                .containsEntry(Grade.D, 0);
    }

    @Test
    void shouldHearAnOldUnitOnlyWhileItExistsAndOnlyOnce() {
        // Given
        var heard =
                Year.of(2024).stay(Year.OLD, "2024-01-01", "2024-09-30").stay(Year.UNIT, "2024-10-01", "2024-12-31");
        var ended =
                Year.of(2024).stay(Year.OLD, "2024-01-01", "2024-09-30").stay(Year.UNIT, "2024-10-01", "2024-12-31");

        // Then
        assertThat(heard.find().missingOpinions()).containsExactly(Year.OLD);
        assertThat(heard.heard(Year.OLD).find().missingOpinions()).isEmpty();
        assertThat(ended.ended(Year.OLD).find().missingOpinions()).isEmpty();
    }

    @Test
    void shouldRateSeveralPostsAtTheHighest() {
        // When
        var finding = Year.of(2024)
                .post(Year.UNIT, 2, Post.Role.STAFF)
                .post(Year.OLD, 1, Post.Role.HEAD)
                .find();

        // Then
        assertThat(finding.leader()).isTrue();
    }

    @Test
    void shouldLetTheReceivingUnitRateTheSeconded() {
        assertThat(Year.of(2024).seconded(Year.OLD).find().ratingUnit()).isEqualTo(Year.OLD);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"HEAD, B, B", "HEAD, A, A", "HEAD, D, D", "HEAD, -, A", "DEPUTY, C, A", "STAFF, C, A"})
    void shouldNotRateAHeadAboveTheUnit(Post.Role role, @Nullable Grade unit, Grade limit) {
        assertThat(Year.of(2024).best().as(role).unitLevel(unit).rated().limit())
                .isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({
        "95 95 95 95 95 95 95 95 95 95 95 95, A",
        "95 - - - - - - - - - - -, A",
        "90 90 90 90 90 90 89 90 90 90 90 90, B",
        "49 50 - -, D",
        "60 80 m ., B"
    })
    void shouldSuggestTheBandOfTheMeanBefore2026(String months, Grade suggestion) {
        assertThat(Year.of(2022).months(months).rated().suggestion()).isEqualTo(suggestion);
    }

    @Test
    void shouldNotSuggestMoreThanTheConditionsAllow() {
        // When
        var level = Year.of(2024).best().says(Fact.TASKS_EXCEEDED, 1, 20).rated();

        // Then
        assertThat(level.suggestion()).isEqualTo(Grade.B);
    }

    @Test
    void shouldTakeMonthsAndQuartersAsTheyComeButNoDayTwice() {
        // Given
        var quarter = PeriodResult.rated(Period.quarter(2026, 1), Year.OLD, Grade.A, new BigDecimal("96"));
        var april = Year.months(2026, ". . . 80");
        var mixed = Stream.concat(Stream.of(quarter), april.stream()).toList();
        var january = Stream.concat(Stream.of(quarter), Year.months(2026, "80").stream())
                .toList();

        // Then
        assertThat(RollUp.of(2026, mixed).mean()).isEqualTo(Evidence.Quotient.of(176, 2));
        assertThatThrownBy(() -> RollUp.of(2026, january)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RollUp.of(2025, april)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseAResultThatIsHalfARating() {
        var month = Year.months(2026, "80").getFirst();
        assertThatThrownBy(() -> new PeriodResult(month.period(), Year.UNIT, Grade.A, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PeriodResult(month.period(), Year.UNIT, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PeriodResult.rated(month.period(), Year.UNIT, Grade.A, new BigDecimal("100.0001")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Career(List.of(), List.of(), List.of(), null, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
