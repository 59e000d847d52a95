package vn.gov.hanoi.evaluation.unittask;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Period;

/** Counts of random histories are those that somebody with a pencil finds. */
class TaskCountsPropertyTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

    /** What somebody with a pencil notes: the last due day, and what came of it. */
    private static final class Note {
        private LocalDate due = FIRST;
        private @Nullable LocalDate finished;
        private boolean notDone;
        private boolean cancelled;
        private boolean met;
        private boolean more;
        private int factor = 1;
    }

    @Property(tries = 1000)
    void shouldEqualANaiveRecountOfEveryHistory(
            @ForAll @Size(max = 12) List<@Size(max = 6) List<@IntRange(min = 0, max = 4999) Integer>> histories,
            @ForAll @IntRange(max = 120) int passed) {
        // Given
        var today = FIRST.plusDays(passed);
        var notes = new ArrayList<Note>();
        var tasks = new ArrayList<UnitTask>();
        histories.forEach(history -> tasks.add(played(history, notes)));

        for (var period : List.of(Period.month(YearMonth.of(2026, 7)), Period.quarter(2026, 3), Period.year(2026))) {
            // When
            var counts = TaskCounts.of(tasks, period, today);

            // Then
            assertThat(numbers(counts)).isEqualTo(recount(notes, period, today));
            assertThat(counts.assigned())
                    .isEqualTo(counts.done().plus(counts.notDone()).plus(counts.open()));
        }
    }

    /** Each number says what is done, and on which day. */
    private static UnitTask played(List<Integer> history, List<Note> notes) {
        var note = new Note();
        note.factor = 1 + history.size();
        notes.add(note);
        note.due = FIRST.plusDays(history.isEmpty() ? 30 : history.getFirst() % 90);
        var content = new TaskContent(
                "1/KH", "Việc", FIRST, BigDecimal.valueOf(note.factor).setScale(4));
        var task = UnitTask.assigned(UUID.randomUUID(), UUID.randomUUID(), null, content, note.due);
        for (int number : history) {
            int days = number % 100;
            switch (number / 1000) {
                case 0 -> {
                    if (task.refusals(UnitTask.Act.EXTEND).isEmpty()) {
                        note.due = note.due.plusDays(days + 1);
                        task = task.extended(note.due);
                    }
                }
                case 1 -> task = task.reportedOn();
                case 2, 3 -> {
                    if (task.refusals(UnitTask.Act.RESOLVE).isEmpty()) {
                        note.notDone = days % 5 == 0;
                        note.finished = note.notDone ? null : FIRST.plusDays(days);
                        note.met = !note.notDone && days % 2 == 0;
                        note.more = note.met && days % 3 == 0;
                        task = task.resolved(new Completion(
                                note.notDone ? Outcome.NOT_DONE : Outcome.DONE,
                                note.finished,
                                note.notDone ? null : note.met ? Quality.MET : Quality.NOT_MET,
                                note.more));
                    }
                }
                default -> {
                    if (task.refusals(UnitTask.Act.CANCEL).isEmpty()) {
                        note.cancelled = true;
                        task = task.withdrawn();
                    }
                }
            }
        }
        return task;
    }

    private static List<Integer> numbers(TaskCounts counts) {
        return List.of(
                counts.assigned().number(),
                counts.onTime().number(),
                counts.late().number(),
                counts.notDone().number(),
                counts.open().number(),
                counts.qualityMet().number(),
                counts.exceeded().number(),
                counts.good().weight().intValueExact());
    }

    private static List<Integer> recount(List<Note> notes, Period period, LocalDate today) {
        int[] found = new int[8];
        for (var note : notes) {
            var finished = note.finished;
            boolean dueIn = period.contains(note.due);
            boolean finishedIn = finished != null && period.contains(finished);
            if (note.cancelled || !dueIn && !finishedIn) {
                continue;
            }
            found[0]++;
            if (finished != null && !finished.isAfter(period.last())) {
                boolean inTime = !finished.isAfter(note.due);
                found[inTime ? 1 : 2]++;
                found[5] += note.met ? 1 : 0;
                found[6] += note.more ? 1 : 0;
                found[7] += note.met && inTime ? note.factor : 0;
            } else if (note.notDone || finished != null || note.due.isBefore(today)) {
                found[3]++;
            } else {
                found[4]++;
            }
        }
        return List.of(found[0], found[1], found[2], found[3], found[4], found[5], found[6], found[7]);
    }
}
