package vn.gov.hanoi.evaluation.ruleset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a period and their default days; units may have their own days.
 *
 * @param managerMayScoreAlone whether a manager may score without a late self-score; it is logged
 */
public record Calendar(PeriodType period, List<Step> steps, boolean managerMayScoreAlone, Source source) {
    public Calendar {
        steps = List.copyOf(steps);
    }

    /** The states of a sheet that have a day. */
    public enum State {
        PLANNED,
        SELF_SCORED,
        COLLECTIVE_REVIEWED,
        MANAGER_SCORED,
        DECIDED,
        PUBLISHED,
        LOCKED
    }

    /**
     * One step.
     *
     * @param enabled whether the workflow has the step
     * @param opens first day; null if the step before opens it
     */
    public record Step(
            State state, boolean enabled, @Nullable Day opens, Day due) {}

    /**
     * A day relative to the last month of the period.
     *
     * @param monthsAfter 0 for the last month of the period, 1 for the month after
     * @param day of the month, 1-31, the last day if the month is shorter; null for the last working day
     */
    public record Day(int monthsAfter, @Nullable Integer day) {}
}
