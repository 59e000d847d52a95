package vn.gov.hanoi.evaluation.workday;

import java.time.LocalDate;
import vn.gov.hanoi.evaluation.ruleset.PetitionRule;

/**
 * The days of an objection (kiến nghị) under the rule of a rule set. The day of the event is not counted and the last day belongs to the
 * window (Civil Code 2015, art. 147 and 148; legal_check). Every question about a year without a calendar throws {@link CalendarYearMissing}
 * where working days are counted.
 */
public record PetitionDays(PetitionRule rule, WorkCalendar calendar) {
    /** Last day to file, inclusive. */
    public LocalDate lastToFile(LocalDate published) {
        return rule.days() == PetitionRule.Days.WORKING
                ? window().lastDayToFile(published, calendar)
                : published.plusDays(rule.windowDays());
    }

    /** Last day to resolve it, inclusive. */
    public LocalDate lastToResolve(LocalDate received) {
        return rule.days() == PetitionRule.Days.WORKING
                ? window().lastDayToAnswer(received, calendar)
                : received.plusDays(rule.resolutionDays());
    }

    private PetitionWindow window() {
        return new PetitionWindow(rule.windowDays(), rule.resolutionDays());
    }
}
