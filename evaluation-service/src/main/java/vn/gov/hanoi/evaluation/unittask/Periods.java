package vn.gov.hanoi.evaluation.unittask;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;

/** The periods for which units have results. */
final class Periods {
    private static final WorkCalendar CALENDAR = WorkCalendar.named("VN");

    private Periods() {}

    /** A month, quarter or year as it is written; empty for anything else. */
    static Optional<Period> parse(String text) {
        return Period.parse(text).filter(period -> switch (period.type()) {
            case MONTH, QUARTER, YEAR -> true;
            case HALF, TERM -> false;
        });
    }

    static Period of(PeriodType type, LocalDate from) {
        return switch (type) {
            case MONTH -> Period.month(YearMonth.from(from));
            case QUARTER -> Period.quarter(from.getYear(), (from.getMonthValue() + 2) / 3);
            case YEAR -> Period.year(from.getYear());
            case HALF, TERM -> throw new IllegalArgumentException("units have no results of a " + type);
        };
    }

    /** First day on which the period can be decided: its last working day, or its last day where no calendar of the year is kept. */
    static LocalDate decidableFrom(Period period) {
        var last = YearMonth.from(period.last());
        return CALENDAR.covers(last.getYear()) ? CALENDAR.lastWorkingDayOf(last) : period.last();
    }
}
