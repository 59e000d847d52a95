package vn.gov.hanoi.evaluation.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gov.hanoi.evaluation.workday.MonthSchedule.DueDay;

/** Deadlines of a month and windows of petitions, as section 4.5 of the domain has them. */
class WorkMonthTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.named("VN");
    private static final MonthSchedule SCHEDULE = MonthSchedule.named("HN-MONTH");

    @Test
    void shouldGiveTheDaysOfAPlainMonth() {
        // When
        var dates = SCHEDULE.datesOf(YearMonth.of(2020, 10), CALENDAR);

        // Then
        assertThat(dates.due())
                .isEqualTo(Map.of(
                        MonthStep.PLANNED, LocalDate.of(2020, 10, 5),
                        // Sunday the 25th.
                        MonthStep.SELF_SCORED, LocalDate.of(2020, 10, 26),
                        MonthStep.COLLECTIVE_REVIEWED, LocalDate.of(2020, 10, 27),
                        MonthStep.MANAGER_SCORED, LocalDate.of(2020, 10, 28),
                        MonthStep.DECIDED, LocalDate.of(2020, 11, 3),
                        MonthStep.PUBLISHED, LocalDate.of(2020, 11, 5),
                        MonthStep.LOCKED, LocalDate.of(2020, 11, 20)));
        assertThat(dates.decisionsFrom()).isEqualTo(LocalDate.of(2020, 10, 30));
    }

    @ParameterizedTest
    @CsvSource({"NEXT_WORKING_DAY, 2026-02-23", "PREVIOUS_WORKING_DAY, 2026-02-13", "SAME_DAY, 2026-02-20"})
    void shouldTreatADeadlineInTetAsThePolicySays(OffDayPolicy policy, LocalDate expected) {
        // Given
        var schedule =
                new MonthSchedule(SCHEDULE.id(), 1, SCHEDULE.confidence(), policy, SCHEDULE.due(), SCHEDULE.petition());

        // When
        var dates = schedule.datesOf(YearMonth.of(2026, 1), CALENDAR);

        // Then
        assertThat(dates.due(MonthStep.LOCKED)).isEqualTo(expected);
    }

    @Test
    void shouldCallAStepLateFromTheDayAfter() {
        // When
        var dates = SCHEDULE.datesOf(YearMonth.of(2025, 3), CALENDAR);

        // Then
        assertThat(dates.isLate(MonthStep.SELF_SCORED, LocalDate.of(2025, 3, 25)))
                .isFalse();
        assertThat(dates.isLate(MonthStep.SELF_SCORED, LocalDate.of(2025, 3, 26)))
                .isTrue();
    }

    static Stream<YearMonth> months() {
        return Stream.iterate(YearMonth.of(2018, 1), month -> month.plusMonths(1))
                .limit(119);
    }

    @ParameterizedTest
    @MethodSource("months")
    void shouldKeepTheStepsOfEveryMonthInOrderOnWorkingDays(YearMonth month) {
        // When
        var dates = SCHEDULE.datesOf(month, CALENDAR);

        // Then
        assertThat(List.copyOf(dates.due().values())).isSorted().allMatch(CALENDAR::isWorkingDay);
        assertThat(dates.decisionsFrom()).isBeforeOrEqualTo(dates.due(MonthStep.DECIDED));
    }

    @Test
    void shouldRefuseAMonthWhoseDeadlinesAreBeyondTheData() {
        assertThatThrownBy(() -> SCHEDULE.datesOf(YearMonth.of(2027, 12), CALENDAR))
                .isInstanceOf(CalendarYearMissing.class);
    }

    @Test
    void shouldEndOnTheLastDayOfAShorterMonth() {
        assertThat(new DueDay(0, 31).of(YearMonth.of(2024, 2))).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThatThrownBy(() -> new DueDay(0, 32)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DueDay(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseAScheduleThatForgetsAStep() {
        assertThatThrownBy(() -> new MonthSchedule(
                        "T",
                        1,
                        SCHEDULE.confidence(),
                        OffDayPolicy.SAME_DAY,
                        Map.of(MonthStep.PLANNED, new DueDay(0, 5)),
                        SCHEDULE.petition()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // Published on 5 February 2024: Tết is from the 8th to the 14th.
        "2024-02-05, 2024-02-19",
        "2025-04-28, 2025-05-08",
        "2020-11-05, 2020-11-12"
    })
    void shouldLeaveFiveWorkingDaysForAPetition(LocalDate published, LocalDate last) {
        // Given
        var window = SCHEDULE.petition();

        // When
        var lastDay = window.lastDayToFile(published, CALENDAR);

        // Then
        assertThat(lastDay).isEqualTo(last);
        assertThat(window.isOpen(published, published, CALENDAR)).isTrue();
        assertThat(window.isOpen(published, last, CALENDAR)).isTrue();
        assertThat(window.isOpen(published, last.plusDays(1), CALENDAR)).isFalse();
        assertThat(window.isOpen(published, published.minusDays(1), CALENDAR)).isFalse();
    }

    @Test
    void shouldAnswerWithinTenWorkingDays() {
        assertThat(SCHEDULE.petition().lastDayToAnswer(LocalDate.of(2024, 2, 19), CALENDAR))
                .isEqualTo(LocalDate.of(2024, 3, 4));
        assertThatThrownBy(() -> new PetitionWindow(0, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
