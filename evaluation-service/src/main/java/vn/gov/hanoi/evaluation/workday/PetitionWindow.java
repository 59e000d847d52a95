package vn.gov.hanoi.evaluation.workday;

import java.time.LocalDate;

/**
 * Windows of a petition (kiến nghị) in working days. The law for public employees says 5 days and 10 working days; both are read as
 * working days and used for others by analogy (assumed; legal_check).
 *
 * @param fileWithin from publication, 1 or more; 5 by default
 * @param answerWithin from filing, 1 or more; 10 by default
 */
public record PetitionWindow(int fileWithin, int answerWithin) {
    public PetitionWindow {
        if (fileWithin < 1 || answerWithin < 1) {
            throw new IllegalArgumentException("a window has one day at least");
        }
    }

    /** Last day to file, inclusive; the day of publication is not counted. */
    public LocalDate lastDayToFile(LocalDate published, WorkCalendar calendar) {
        return calendar.plusWorkingDays(published, fileWithin);
    }

    /** Last day to answer, inclusive; the day of filing is not counted. */
    public LocalDate lastDayToAnswer(LocalDate filed, WorkCalendar calendar) {
        return calendar.plusWorkingDays(filed, answerWithin);
    }

    /** Whether a petition may be filed on a day: from publication on, also on days off, to the last day of the window. */
    public boolean isOpen(LocalDate published, LocalDate day, WorkCalendar calendar) {
        return !day.isBefore(published) && !day.isAfter(lastDayToFile(published, calendar));
    }
}
