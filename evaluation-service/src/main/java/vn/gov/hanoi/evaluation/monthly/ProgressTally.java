package vn.gov.hanoi.evaluation.monthly;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingProgressApi.Counts;
import vn.gov.hanoi.evaluation.monthly.ClosingProgressApi.Late;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;

/** Counts sheets of a rating unit, and adds up those of many. */
final class ProgressTally {
    private final Map<ClosingState, Integer> closings = new EnumMap<>(ClosingState.class);
    private final Map<SheetState, Integer> states = new EnumMap<>(SheetState.class);
    private final Map<SheetState, Overdue> late = new EnumMap<>(SheetState.class);
    private int units;
    private int notOpened;
    private int sheets;
    private int outdated;

    /** @param due the earliest last day of the step */
    private record Overdue(int count, LocalDate due) {
        Overdue with(Overdue other) {
            return new Overdue(count + other.count, due.isBefore(other.due) ? due : other.due);
        }
    }

    /** One more rating unit. @param state null if the month was not opened there */
    void unit(@Nullable ClosingState state) {
        units++;
        if (state == null) {
            notOpened++;
        } else {
            closings.merge(state, 1, Integer::sum);
        }
    }

    /** Sheets of one rule set in one state. */
    void sheets(SheetState state, int count, int resting) {
        sheets += count;
        outdated += resting;
        states.merge(state, count, Integer::sum);
    }

    /** Sheets that wait for a step whose last day has passed. */
    void late(SheetState step, int count, LocalDate due) {
        late.merge(step, new Overdue(count, due), Overdue::with);
    }

    void add(ProgressTally other) {
        units += other.units;
        notOpened += other.notOpened;
        sheets += other.sheets;
        outdated += other.outdated;
        other.closings.forEach((state, count) -> closings.merge(state, count, Integer::sum));
        other.states.forEach((state, count) -> states.merge(state, count, Integer::sum));
        other.late.forEach((step, overdue) -> late.merge(step, overdue, Overdue::with));
    }

    Counts counts(LocalDate today, WorkCalendar days) {
        return new Counts(
                units,
                notOpened,
                new EnumMap<>(closings),
                sheets,
                new EnumMap<>(states),
                outdated,
                late.entrySet().stream()
                        .map(each -> new Late(
                                each.getKey(),
                                each.getValue().count(),
                                each.getValue().due(),
                                since(each.getValue().due(), today, days)))
                        .toList());
    }

    /** The last day itself is not counted, today is (Civil Code 2015, art. 147). */
    private static @Nullable Integer since(LocalDate due, LocalDate today, WorkCalendar days) {
        return days.covers(due.getYear()) && days.covers(today.plusDays(1).getYear())
                ? days.workingDaysBetween(due.plusDays(1), today.plusDays(1))
                : null;
    }
}
