package vn.gov.hanoi.evaluation.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.ruleset.Confidence;

/** The shipped calendar says what was announced. */
class WorkCalendarTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.named("VN");

    @Test
    void shouldWorkOnTheAnnouncedDaysAndNoOthers() {
        // When
        var different = OfficialDays.all()
                .filter(day -> CALENDAR.isWorkingDay(day) != OfficialDays.isWorked(day))
                .collect(Collectors.toSet());

        // Then
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01",
        "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06"
    })
    void shouldRestFiveDaysAroundTheFirstDayOfTet(LocalDate firstOfTheYear) {
        // When
        var tet = OfficialDays.all()
                .filter(day -> day.getYear() == firstOfTheYear.getYear())
                .map(CALENDAR::describe)
                .filter(day -> day.kind() == DayKind.LUNAR_HOLIDAY && day.holiday() == Holiday.LUNAR_NEW_YEAR)
                .map(CalendarDay::day)
                .toList();

        // Then
        assertThat(tet).hasSize(5).contains(firstOfTheYear, firstOfTheYear.minusDays(1), firstOfTheYear.plusDays(2));
        assertThat(tet.getLast()).isEqualTo(tet.getFirst().plusDays(4));
    }

    @ParameterizedTest
    @CsvSource({
        // Tết from 27 to 31 January.
        "2025-01-22, 5, 2025-02-05",
        // Monday 29 April is off, Saturday 4 May is worked.
        "2024-04-26, 5, 2024-05-07",
        // Saturday 22 August is worked, Monday 31 August to 2 September are off.
        "2026-08-20, 10, 2026-09-07",
        // New Year's Eve is off, Saturday 5 January is worked.
        "2018-12-28, 4, 2019-01-05",
        // From a day off.
        "2023-01-22, 1, 2023-01-27",
        "2025-06-20, 0, 2025-06-20",
        "2025-06-22, 0, 2025-06-22"
    })
    void shouldCountWindowsAcrossDaysOff(LocalDate day, int days, LocalDate last) {
        assertThat(CALENDAR.plusWorkingDays(day, days)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-12, 2018-12-28",
        "2022-01, 2022-01-28",
        "2023-01, 2023-01-31",
        "2024-08, 2024-08-30",
        "2026-08, 2026-08-28"
    })
    void shouldKnowTheLastWorkingDayOfAMonth(YearMonth month, LocalDate last) {
        assertThat(CALENDAR.lastWorkingDayOf(month)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2025-01, 17", "2024-05, 23", "2024-04, 19", "2026-02, 15", "2021-02, 15"})
    void shouldCountTheWorkingDaysOfAMonth(YearMonth month, int days) {
        assertThat(CALENDAR.workingDaysOf(month)).isEqualTo(days);
    }

    @Test
    void shouldSayWhyADayIsOff() {
        // When
        var swapped = CALENDAR.describe(LocalDate.of(2024, 4, 29));
        var worked = CALENDAR.describe(LocalDate.of(2024, 5, 4));
        var sunday = CALENDAR.describe(LocalDate.of(2024, 5, 5));

        // Then
        assertThat(swapped)
                .isEqualTo(new CalendarDay(
                        LocalDate.of(2024, 4, 29),
                        DayKind.SWAPPED,
                        Holiday.VICTORY,
                        "announced",
                        Confidence.SECONDARY));
        assertThat(worked.kind()).isEqualTo(DayKind.WORKED_IN_PLACE);
        assertThat(sunday.kind()).isEqualTo(DayKind.WEEKLY);
    }

    @Test
    void shouldMarkWhatIsNotAnnouncedAsAssumed() {
        // When
        var tet = CALENDAR.describe(LocalDate.of(2027, 2, 4));
        var culture = CALENDAR.describe(LocalDate.of(2026, 11, 24));

        // Then
        assertThat(tet.confidence()).isEqualTo(Confidence.ASSUMED);
        assertThat(culture.confidence()).isEqualTo(Confidence.ASSUMED);
    }

    @Test
    void shouldGiveEveryHolidayOfAWeekendBack() {
        for (int year = OfficialDays.FIRST_YEAR; year <= OfficialDays.LAST_YEAR; year++) {
            int wanted = year;
            var days = OfficialDays.all()
                    .filter(day -> day.getYear() == wanted)
                    .map(CALENDAR::describe)
                    .toList();
            long fallen = days.stream()
                    .filter(day -> day.kind() == DayKind.FIXED_HOLIDAY || day.kind() == DayKind.LUNAR_HOLIDAY)
                    .filter(day -> day.day().getDayOfWeek().getValue() > 5)
                    .count();
            long given = days.stream()
                    .filter(day -> day.kind() == DayKind.IN_PLACE_OF_HOLIDAY)
                    .count();
            assertThat(given).as("%d", year).isEqualTo(fallen);
        }
    }

    @Test
    void shouldRefuseAYearWithoutData() {
        assertThat(CALENDAR.covers(2017)).isFalse();
        assertThat(CALENDAR.covers(2018)).isTrue();
        assertThat(CALENDAR.covers(2027)).isTrue();
        assertThat(CALENDAR.covers(2028)).isFalse();
        assertThatThrownBy(() -> CALENDAR.isWorkingDay(LocalDate.of(2028, 1, 3)))
                .isInstanceOfSatisfying(CalendarYearMissing.class, missing -> assertThat(missing.year())
                        .isEqualTo(2028));
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(LocalDate.of(2027, 12, 30), 2))
                .isInstanceOfSatisfying(CalendarYearMissing.class, missing -> assertThat(missing.year())
                        .isEqualTo(2028));
        assertThatThrownBy(() -> CALENDAR.describe(LocalDate.of(2017, 12, 31))).isInstanceOf(CalendarYearMissing.class);
        assertThatThrownBy(() -> CALENDAR.workingDaysBetween(LocalDate.of(2027, 12, 1), LocalDate.of(2028, 1, 2)))
                .isInstanceOf(CalendarYearMissing.class);
    }

    @Test
    void shouldCountToTheLastDayOfTheData() {
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2027, 12, 31), LocalDate.of(2028, 1, 1)))
                .isEqualTo(1);
        assertThat(CALENDAR.plusWorkingDays(LocalDate.of(2027, 12, 30), 1)).isEqualTo(LocalDate.of(2027, 12, 31));
    }

    @Test
    void shouldRefuseTimeThatRunsBackwards() {
        var day = LocalDate.of(2025, 5, 5);
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(day, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CALENDAR.workingDaysBetween(day, day.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
