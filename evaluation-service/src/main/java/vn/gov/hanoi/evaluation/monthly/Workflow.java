package vn.gov.hanoi.evaluation.monthly;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Calendar;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodicRules;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;

/**
 * The steps that a rule set has for a period, and their days. A due day that is a day off moves to the next working day (Civil Code 2015,
 * art. 148 cl. 5, by analogy; legal_check), as far as the calendar knows the year.
 */
record Workflow(Calendar calendar, Period period, WorkCalendar days) {
    static Workflow of(PeriodicRules rules, Period period, WorkCalendar days) {
        var calendar = rules.calendars().stream()
                .filter(each -> each.period() == period.type())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no steps for " + period.type()));
        return new Workflow(calendar, period, days);
    }

    boolean has(SheetState step) {
        return step(step).isPresent();
    }

    /** The state from which a step is taken: that of the last step before which the rule set has. */
    SheetState before(SheetState step) {
        var found = SheetState.OPENED;
        for (var each : calendar.steps()) {
            var state = SheetState.of(each.state());
            if (each.enabled() && state.compareTo(step) < 0 && state.compareTo(found) > 0) {
                found = state;
            }
        }
        return found;
    }

    /** The step that is awaited in a state; empty after the last. */
    Optional<SheetState> next(SheetState state) {
        return calendar.steps().stream()
                .filter(Calendar.Step::enabled)
                .map(each -> SheetState.of(each.state()))
                .filter(each -> each.compareTo(state) > 0)
                .sorted()
                .findFirst();
    }

    /** Last day of a step, inclusive; null for a step that the rule set does not have. */
    @Nullable
    LocalDate due(SheetState step) {
        return step(step).map(each -> working(day(each.due()))).orElse(null);
    }

    /** First day of a step; null if the step before opens it. */
    @Nullable
    LocalDate opens(SheetState step) {
        return step(step).map(Calendar.Step::opens).map(this::day).orElse(null);
    }

    boolean isLate(SheetState step, LocalDate today) {
        var due = due(step);
        return due != null && today.isAfter(due);
    }

    private Optional<Calendar.Step> step(SheetState state) {
        return calendar.steps().stream()
                .filter(each -> each.enabled() && SheetState.of(each.state()) == state)
                .findFirst();
    }

    private LocalDate day(Calendar.Day day) {
        var month = YearMonth.from(period.last()).plusMonths(day.monthsAfter());
        if (day.day() != null) {
            return month.atDay(Math.min(day.day(), month.lengthOfMonth()));
        }
        return days.covers(month.getYear()) ? days.lastWorkingDayOf(month) : month.atEndOfMonth();
    }

    private LocalDate working(LocalDate day) {
        // The longest rest of a year is shorter than two weeks, so the search stays inside what the calendar knows.
        return !days.covers(day.plusWeeks(2).getYear()) || days.isWorkingDay(day) ? day : days.plusWorkingDays(day, 1);
    }
}
