package vn.gov.hanoi.evaluation.workday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** The calendar counts as somebody who goes from day to day through the announced days. */
@Tag("late")
class WorkCalendarPropertyTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.named("VN");
    private static final LocalDate FIRST = LocalDate.of(OfficialDays.FIRST_YEAR, 1, 1);
    private static final LocalDate END = LocalDate.of(OfficialDays.LAST_YEAR + 1, 1, 1);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, (int) ChronoUnit.DAYS.between(FIRST, END) - 1)
                .map(FIRST::plusDays);
    }

    @Property(tries = 10_000)
    void shouldAddWorkingDaysOneByOne(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 60) int days) {
        var expected = day;
        for (int left = days; left > 0; ) {
            expected = expected.plusDays(1);
            if (!expected.isBefore(END)) {
                return;
            }
            left -= OfficialDays.isWorked(expected) ? 1 : 0;
        }

        assertThat(CALENDAR.plusWorkingDays(day, days)).isEqualTo(expected);
    }

    @Property(tries = 10_000)
    void shouldCountWorkingDaysOneByOne(@ForAll("days") LocalDate one, @ForAll("days") LocalDate other) {
        var from = one.isBefore(other) ? one : other;
        var to = one.isBefore(other) ? other : one;

        long expected = from.datesUntil(to).filter(OfficialDays::isWorked).count();
        assertThat(CALENDAR.workingDaysBetween(from, to)).isEqualTo((int) expected);
    }

    @Property(tries = 10_000)
    void shouldFindAsManyWorkingDaysAsItAdded(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 40) int days) {
        if (day.isAfter(END.minusMonths(4))) {
            return;
        }

        var last = CALENDAR.plusWorkingDays(day, days);
        assertThat(CALENDAR.workingDaysBetween(day.plusDays(1), last.plusDays(1)))
                .isEqualTo(days);
    }
}
