package vn.gov.hanoi.evaluation.workday;

import java.time.LocalDate;

/** What becomes of a deadline that falls on a day off. The law is silent on the month's calendar, so it is a parameter (legal_check). */
public enum OffDayPolicy {
    /** The default; Civil Code 2015, art. 148 cl. 5, by analogy. */
    NEXT_WORKING_DAY {
        @Override
        LocalDate apply(LocalDate day, WorkCalendar calendar) {
            return calendar.isWorkingDay(day) ? day : calendar.plusWorkingDays(day, 1);
        }
    },
    PREVIOUS_WORKING_DAY {
        @Override
        LocalDate apply(LocalDate day, WorkCalendar calendar) {
            var found = day;
            while (!calendar.isWorkingDay(found)) {
                found = found.minusDays(1);
            }
            return found;
        }
    },
    SAME_DAY {
        @Override
        LocalDate apply(LocalDate day, WorkCalendar calendar) {
            return day;
        }
    };

    abstract LocalDate apply(LocalDate day, WorkCalendar calendar);
}
