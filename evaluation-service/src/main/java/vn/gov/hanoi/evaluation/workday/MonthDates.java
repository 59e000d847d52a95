package vn.gov.hanoi.evaluation.workday;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Deadlines of one month's evaluation.
 *
 * @param month the evaluated month
 * @param decisionsFrom first day on which the head decides: the last working day of the month
 * @param due last day of each step, inclusive, in the order of the steps
 */
public record MonthDates(YearMonth month, LocalDate decisionsFrom, Map<MonthStep, LocalDate> due) {
    public MonthDates {
        due = Collections.unmodifiableMap(new EnumMap<>(due));
    }

    public LocalDate due(MonthStep step) {
        return Objects.requireNonNull(due.get(step));
    }

    /** Whether a step done on this day is late. */
    public boolean isLate(MonthStep step, LocalDate day) {
        return day.isAfter(due(step));
    }
}
