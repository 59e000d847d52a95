package vn.gov.hanoi.evaluation.monthly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/**
 * A step of a month that somebody has to be told of; it names no person.
 *
 * @param due last day of the step
 * @param waiting sheets that have not taken it
 */
record Reminder(UUID closingId, UUID unitId, String period, SheetState step, Kind kind, LocalDate due, int waiting) {
    /** The steps that have reminders, in order. */
    static final List<SheetState> STEPS =
            List.of(SheetState.SELF_SCORED, SheetState.MANAGER_SCORED, SheetState.DECIDED, SheetState.PUBLISHED);

    enum Kind {
        /** From the working day before the last day of the step on, through that day. */
        UPCOMING,
        /** After it. */
        OVERDUE
    }

    /** Sheets of a closing in one state under one rule set. */
    record Group(Workflow workflow, SheetState state, int count) {}

    /** What a closing is to be reminded of on a day, whatever was told before. Rule sets may have other days: the earliest one counts. */
    static List<Reminder> of(Closing closing, List<Group> groups, LocalDate today, WorkCalendar days) {
        var found = new ArrayList<Reminder>();
        for (var step : STEPS) {
            var waiting = groups.stream()
                    .filter(group -> group.state().compareTo(step) < 0
                            && group.workflow().due(step) != null)
                    .toList();
            var due = waiting.stream()
                    .flatMap(group -> Optional.ofNullable(group.workflow().due(step)).stream())
                    .min(LocalDate::compareTo);
            int count = waiting.stream().mapToInt(Group::count).sum();
            due.flatMap(day -> kind(day, today, days))
                    .ifPresent(kind -> found.add(new Reminder(
                            closing.id(), closing.unitId(), closing.period().text(), step, kind, due.get(), count)));
        }
        return found;
    }

    private static Optional<Kind> kind(LocalDate due, LocalDate today, WorkCalendar days) {
        if (today.isAfter(due)) {
            return Optional.of(Kind.OVERDUE);
        }
        return today.isBefore(dayBefore(due, days)) ? Optional.empty() : Optional.of(Kind.UPCOMING);
    }

    /** The working day before; nobody is reminded in time on a Sunday of a step that ends on Monday. */
    private static LocalDate dayBefore(LocalDate due, WorkCalendar days) {
        var day = due.minusDays(1);
        while (days.covers(day.getYear()) && !days.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    EventDraft draft() {
        return new EventDraft("evaluation.reminder", "due", 1, "closings", closingId, unitId, this);
    }
}
