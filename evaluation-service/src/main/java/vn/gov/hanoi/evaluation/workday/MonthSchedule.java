package vn.gov.hanoi.evaluation.workday;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import vn.gov.hanoi.evaluation.ruleset.Confidence;

/**
 * Deadlines of a month's evaluation as data. 3814-QĐ/TU of 16/05/2018 gives no day of the month; the shipped days are defaults of the
 * product (assumed; legal_check).
 *
 * @param id name of the schedule
 * @param version grows with each change
 * @param offDayPolicy where a deadline goes that falls on a day off
 * @param due for each step its day
 * @param petition windows for petitions against a result
 */
public record MonthSchedule(
        String id,
        int version,
        Confidence confidence,
        OffDayPolicy offDayPolicy,
        Map<MonthStep, DueDay> due,
        PetitionWindow petition) {
    public MonthSchedule {
        if (due.size() != MonthStep.values().length) {
            throw new IllegalArgumentException("schedule %s does not say when each step is due".formatted(id));
        }
        due = Map.copyOf(due);
    }

    /**
     * A day relative to the evaluated month.
     *
     * @param monthsLater 0 for the month itself, 1 for the next
     * @param day day of that month, 1..31; a month that is shorter ends on its last day
     */
    public record DueDay(int monthsLater, int day) {
        public DueDay {
            if (monthsLater < 0 || day < 1 || day > 31) {
                throw new IllegalArgumentException("no day of a month: %d, %d".formatted(monthsLater, day));
            }
        }

        LocalDate of(YearMonth month) {
            var target = month.plusMonths(monthsLater);
            return target.atDay(Math.min(day, target.lengthOfMonth()));
        }
    }

    /** The schedule of a name, for example {@code HN-MONTH}. */
    public static MonthSchedule named(String name) {
        return WorkdayData.read(name, MonthSchedule.class);
    }

    /** The deadlines of one month; throws {@link CalendarYearMissing}. */
    public MonthDates datesOf(YearMonth month, WorkCalendar calendar) {
        var dates = new EnumMap<MonthStep, LocalDate>(MonthStep.class);
        due.forEach((step, day) -> dates.put(step, offDayPolicy.apply(day.of(month), calendar)));
        return new MonthDates(month, calendar.lastWorkingDayOf(month), dates);
    }
}
