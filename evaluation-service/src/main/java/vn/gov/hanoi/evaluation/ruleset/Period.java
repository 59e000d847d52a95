package vn.gov.hanoi.evaluation.ruleset;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * An evaluated period (kỳ đánh giá).
 *
 * @param from first day, in Hanoi
 * @param last last day, inclusive; it selects the rule set
 */
public record Period(PeriodType type, LocalDate from, LocalDate last) {
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_HALF = 6;

    public Period {
        if (last.isBefore(from)) {
            throw new IllegalArgumentException("a period ends before it begins");
        }
    }

    public static Period month(YearMonth month) {
        return new Period(PeriodType.MONTH, month.atDay(1), month.atEndOfMonth());
    }

    /** @param quarter 1-4 */
    public static Period quarter(int year, int quarter) {
        return months(PeriodType.QUARTER, YearMonth.of(year, (quarter - 1) * MONTHS_OF_QUARTER + 1), MONTHS_OF_QUARTER);
    }

    /** @param half 1 or 2 */
    public static Period half(int year, int half) {
        return months(PeriodType.HALF, YearMonth.of(year, (half - 1) * MONTHS_OF_HALF + 1), MONTHS_OF_HALF);
    }

    public static Period year(int year) {
        return new Period(PeriodType.YEAR, LocalDate.ofYearDay(year, 1), LocalDate.of(year, 12, 31));
    }

    public static Period term(LocalDate from, LocalDate last) {
        return new Period(PeriodType.TERM, from, last);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(last);
    }

    /** Whether the whole of the other period lies in this one. */
    public boolean covers(Period other) {
        return contains(other.from) && contains(other.last);
    }

    private static Period months(PeriodType type, YearMonth first, int count) {
        return new Period(type, first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
    }
}
