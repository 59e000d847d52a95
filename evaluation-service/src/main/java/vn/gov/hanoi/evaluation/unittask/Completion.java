package vn.gov.hanoi.evaluation.unittask;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * The outcome of a task.
 *
 * @param finishedOn day in Hanoi on which it was finished; null if it was not done
 * @param quality null if it was not done, and in the report of a unit, which does not judge itself
 * @param exceeded whether more was done than asked for (vượt mức)
 */
record Completion(
        Outcome outcome,
        @Nullable LocalDate finishedOn,
        @Nullable Quality quality,
        boolean exceeded) {

    boolean isLate(LocalDate dueOn) {
        return finishedOn != null && finishedOn.isAfter(dueOn);
    }

    /**
     * What cannot be: a day or more than was asked for of what was not done, what was done without a day, more than asked for in less than
     * the quality asked for, and a day before the task or to come.
     *
     * <p>Refusals: unit-task.outcome-contradictory, date.out-of-range.
     *
     * @param judged whether the quality must be told
     */
    List<Refusal> faults(LocalDate assignedOn, LocalDate today, boolean judged) {
        boolean done = outcome == Outcome.DONE;
        boolean told = done && judged;
        boolean whole = done == (finishedOn != null) && told == (quality != null);
        boolean sound = whole && !(exceeded && (!done || quality == Quality.NOT_MET));
        return new Faults()
                .add(
                        "/data/outcome",
                        sound
                                ? Optional.empty()
                                : Optional.of(Refusal.of(EvaluationProblem.TASK_OUTCOME_CONTRADICTORY)))
                .add("/data/finishedOn", outside(finishedOn, assignedOn, today))
                .all();
    }

    private static Optional<Refusal> outside(@Nullable LocalDate day, LocalDate first, LocalDate last) {
        return day == null || !day.isBefore(first) && !day.isAfter(last)
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        EvaluationProblem.DATE_OUT_OF_RANGE, "from", first.toString(), "to", last.toString()));
    }
}
