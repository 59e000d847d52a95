package vn.gov.hanoi.evaluation.score;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;

/**
 * The result of one period. It is what the points give; a decider and the cap of the unit may still lower it.
 *
 * @param value points and grade; null unless the outcome is RATED
 * @param notRated null unless the outcome is NOT_RATED
 * @param missing codes of criteria or parts without data; empty unless the outcome is INSUFFICIENT_DATA
 */
public record Score(
        Outcome outcome,
        @Nullable Value value,
        @Nullable NotRatedReason notRated,
        List<String> missing,
        Explanation explanation) {
    public Score {
        missing = List.copyOf(missing);
    }

    /** What kind of result it is. */
    public enum Outcome {
        RATED,
        /** Left out of every mean; not zero. */
        NOT_RATED,
        /** Something that the formula needs is not there; never 0 % and never 100 %. */
        INSUFFICIENT_DATA
    }

    /**
     * Points and grade.
     *
     * @param exact 0 to the maximum of the scale, not rounded
     * @param points as stored, scale 4
     * @param shown as on screen and paper, scale 2
     * @param gradeByPoints from the exact value
     * @param grade under the ceilings
     */
    public record Value(Fraction exact, BigDecimal points, BigDecimal shown, Grade gradeByPoints, Grade grade) {}

    /** The value of a rated period. */
    public Value rated() {
        if (value == null) {
            throw new IllegalStateException("the period is " + outcome);
        }
        return value;
    }

    static Score rated(Value value, Explanation explanation) {
        return new Score(Outcome.RATED, value, null, List.of(), explanation);
    }

    static Score notRated(NotRatedReason reason, Explanation explanation) {
        return new Score(Outcome.NOT_RATED, null, reason, List.of(), explanation);
    }

    static Score insufficient(List<String> missing, Explanation explanation) {
        return new Score(Outcome.INSUFFICIENT_DATA, null, null, missing, explanation);
    }
}
