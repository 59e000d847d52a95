package vn.gov.hanoi.evaluation.unittask;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.evaluation.ruleset.Period;

/**
 * The tasks of a unit in a period: those that are due or finished in it and are not cancelled. A task that is due in one month and finished in
 * a later one stands in both: not done in the first, late in the second. Divisions count for themselves, not for their agency.
 *
 * @param assigned all of them: on time, late, not done and open
 * @param onTime finished on the day on which they were due, or before
 * @param late finished later
 * @param notDone confirmed as not done, or overdue and not finished within the period
 * @param open not finished, and not yet due
 * @param qualityMet of the finished ones, those of the quality asked for
 * @param good on time and of the quality asked for
 * @param exceeded of the finished ones, those in which more was done than asked for
 */
@Schema(name = "UnitTaskCounts")
public record TaskCounts(
        @Schema(description = "Due or finished in the period")
        Tally assigned,

        @Schema(description = "Finished in time") Tally onTime,
        @Schema(description = "Finished late") Tally late,

        @Schema(description = "Not done, or overdue at the end of the period")
        Tally notDone,

        @Schema(description = "Not finished and not yet due")
        Tally open,

        @Schema(description = "Finished, of the quality asked for")
        Tally qualityMet,

        @Schema(description = "In time and of the quality asked for")
        Tally good,

        @Schema(description = "Finished, with more than was asked for")
        Tally exceeded) {
    static final TaskCounts NONE = new TaskCounts(
            Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE);

    /**
     * @param tasks of one unit, of any time
     * @param today in Hanoi; what happens later in the period is not known yet
     */
    static TaskCounts of(Collection<UnitTask> tasks, Period period, LocalDate today) {
        var counts = NONE;
        for (var task : tasks) {
            if (belongs(task, period)) {
                counts = counts.plus(task, period, today);
            }
        }
        return counts;
    }

    static boolean belongs(UnitTask task, Period period) {
        var completion = task.completion();
        boolean finishedIn =
                completion != null && completion.finishedOn() != null && period.contains(completion.finishedOn());
        return !task.cancelled() && (period.contains(task.dueOn()) || finishedIn);
    }

    private TaskCounts plus(UnitTask task, Period period, LocalDate today) {
        var factor = task.content().weight();
        var completion = task.completion();
        if (completion != null
                && completion.finishedOn() != null
                && !completion.finishedOn().isAfter(period.last())) {
            return finished(completion, completion.isLate(task.dueOn()), factor);
        }
        boolean over = completion != null || task.dueOn().isBefore(today);
        return new TaskCounts(
                assigned.plus(factor),
                onTime,
                late,
                over ? notDone.plus(factor) : notDone,
                over ? open : open.plus(factor),
                qualityMet,
                good,
                exceeded);
    }

    private TaskCounts finished(Completion completion, boolean isLate, BigDecimal factor) {
        boolean met = completion.quality() == Quality.MET;
        return new TaskCounts(
                assigned.plus(factor),
                isLate ? onTime : onTime.plus(factor),
                isLate ? late.plus(factor) : late,
                notDone,
                open,
                met ? qualityMet.plus(factor) : qualityMet,
                met && !isLate ? good.plus(factor) : good,
                completion.exceeded() ? exceeded.plus(factor) : exceeded);
    }

    /** What a share is taken of: all tasks but the open ones. */
    Tally base() {
        return assigned.minus(open);
    }

    Tally done() {
        return onTime.plus(late);
    }
}
