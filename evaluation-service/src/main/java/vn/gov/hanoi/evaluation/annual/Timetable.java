package vn.gov.hanoi.evaluation.annual;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Source;

/**
 * When the year is rated.
 *
 * @param before the rating is done before this day of the year
 * @param specialUntil last day in the next year for agencies with a dispensation; null if there is none
 * @param noticeWorkingDays working days for the written notice after the decision
 */
record Timetable(Day before, @Nullable Day specialUntil, int noticeWorkingDays, Source source) {
    /** @param month 1..12 */
    record Day(int month, int day) {
        LocalDate of(int year) {
            return LocalDate.of(year, month, day);
        }
    }

    LocalDate lastDay(int year) {
        return before.of(year).minusDays(1);
    }

    @Nullable
    LocalDate specialLastDay(int year) {
        return specialUntil == null ? null : specialUntil.of(year + 1);
    }
}
