package vn.gov.hanoi.evaluation.workday;

/** A question about a year that the calendar has no data for. */
public final class CalendarYearMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int year;

    CalendarYearMissing(String calendar, int year) {
        super("calendar %s has no data for %d".formatted(calendar, year));
        this.year = year;
    }

    public int year() {
        return year;
    }
}
