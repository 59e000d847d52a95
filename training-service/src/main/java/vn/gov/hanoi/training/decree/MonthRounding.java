package vn.gov.hanoi.training.decree;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How a begun month counts. A month that begins on the 31st ends with the last day of a shorter one. */
public enum MonthRounding {
    /** As a whole one. */
    UP,
    /** Not at all. */
    DOWN;

    /**
     * Whole months.
     *
     * @param until first day that does not count
     * @return from 0
     */
    public int months(LocalDate from, LocalDate until) {
        if (!from.isBefore(until)) {
            return 0;
        }
        long full = ChronoUnit.MONTHS.between(from, until);
        // From the last day of a long month to the last of a short one is a month, which the calendar's own count
        // denies.
        if (!from.plusMonths(full + 1).isAfter(until)) {
            full++;
        }
        boolean begun = from.plusMonths(full).isBefore(until);
        return Math.toIntExact(this == UP && begun ? full + 1 : full);
    }
}
