package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.monthly.Reminder.Group;
import vn.gov.hanoi.evaluation.monthly.Reminder.Kind;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;

class ReminderRulesTest {
    private static final WorkCalendar DAYS = WorkCalendar.named("VN");

    private static Workflow workflow(Period period) {
        return Workflow.of(RuleSetDocuments.shipped("HN-M-2018").rules(), period, DAYS);
    }

    private static Closing closing(Period period) {
        var id = new UUID(0, 1);
        return new Closing(
                id,
                period,
                id,
                ClosingState.OPEN,
                new Closing.Mark("keeper", Instant.EPOCH),
                null,
                null,
                null,
                null,
                1);
    }

    private static List<Reminder> on(LocalDate day, Period period, Group... groups) {
        return Reminder.of(closing(period), List.of(groups), day, DAYS);
    }

    /** Also around the lunar new year, when a step and the days before it are all off. */
    @ParameterizedTest
    @ValueSource(strings = {"2020-01", "2020-04", "2023-01", "2023-08", "2026-02", "2026-07"})
    void shouldComeBeforeThenAfterAndNeverGoBack(String month) {
        // Given
        var period = Period.month(YearMonth.parse(month));
        var workflow = workflow(period);

        // When
        var seen = new EnumMap<SheetState, List<Kind>>(SheetState.class);
        for (var day = period.from(); day.isBefore(period.from().plusDays(70)); day = day.plusDays(1)) {
            for (var each : on(day, period, new Group(workflow, SheetState.OPENED, 7))) {
                var kinds = seen.computeIfAbsent(each.step(), _ -> new ArrayList<>());
                if (kinds.isEmpty()) {
                    // The first day is the last working day before the step ends, and leaves one to act.
                    assertThat(DAYS.workingDaysBetween(day, each.due())).isEqualTo(1);
                    assertThat(DAYS.isWorkingDay(day)).isTrue();
                }
                assertThat(each.kind() == Kind.OVERDUE).isEqualTo(day.isAfter(each.due()));
                if (kinds.isEmpty() || kinds.getLast() != each.kind()) {
                    kinds.add(each.kind());
                }
            }
        }

        // Then
        assertThat(seen.keySet()).containsExactlyElementsOf(Reminder.STEPS);
        assertThat(seen.values()).allSatisfy(kinds -> assertThat(kinds).containsExactly(Kind.UPCOMING, Kind.OVERDUE));
    }

    @Test
    void shouldCountWhoHasNotTakenTheStepAndStaySilentWhereNobodyIsLeft() {
        // Given
        var period = Period.month(YearMonth.of(2026, 7));
        var workflow = workflow(period);

        // When
        var found = on(
                LocalDate.of(2026, 9, 1),
                period,
                new Group(workflow, SheetState.PLANNED, 2),
                new Group(workflow, SheetState.SELF_SCORED, 3),
                new Group(workflow, SheetState.DECIDED, 5));
        var nothing = on(LocalDate.of(2026, 9, 1), period, new Group(workflow, SheetState.PUBLISHED, 5));

        // Then
        assertThat(found).extracting(Reminder::step).containsExactlyElementsOf(Reminder.STEPS);
        assertThat(found).extracting(Reminder::waiting).containsExactly(2, 5, 5, 10);
        assertThat(nothing).isEmpty();
    }
}
