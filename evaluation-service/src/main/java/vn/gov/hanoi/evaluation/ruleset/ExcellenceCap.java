package vn.gov.hanoi.evaluation.ruleset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Most persons of a unit who may have the best grade in one period. It blocks publication and never chooses persons.
 *
 * @param share of the base, 0-1, scale 4
 * @param raisedShare with a recorded decision on special outstanding achievements of the collective; null if there is no such raise
 * @param base what the share is taken of
 * @param rounding of the product
 * @param smallUnits what holds where the product is too small to share
 */
public record ExcellenceCap(
        Grade grade,
        BigDecimal share,
        @Nullable BigDecimal raisedShare,
        Base base,
        RoundingMode rounding,
        SmallUnits smallUnits,
        Source source) {
    /** What the share is taken of. */
    public enum Base {
        /** Persons of the unit with a grade; not rated ones are left out. */
        RATED_PERSONS
    }

    /**
     * Units with few persons.
     *
     * @param upTo most rated persons of a small unit
     * @param poolWith with whom they are counted together; the first that exists
     * @param oneWithReason whether one person may have the grade with a written reason although the product is 0
     */
    public record SmallUnits(int upTo, java.util.List<Pool> poolWith, boolean oneWithReason) {
        public SmallUnits {
            poolWith = java.util.List.copyOf(poolWith);
        }
    }

    /** Whom a small unit is counted with. */
    public enum Pool {
        PARENT_UNIT,
        SIMILAR_TASK_GROUP
    }

    /**
     * Most persons with the grade: 30 rated at 30 % give 9, 3 give 0.
     *
     * @param rated persons with a grade, from 0
     * @param raised whether a decision on special achievements is recorded
     * @param reasoned whether a written reason for one person in a small unit is recorded
     */
    public int allowed(int rated, boolean raised, boolean reasoned) {
        var part = raised && raisedShare != null ? raisedShare : share;
        int allowed =
                part.multiply(BigDecimal.valueOf(rated)).setScale(0, rounding).intValueExact();
        boolean exception = reasoned && smallUnits.oneWithReason() && isSmall(rated) && rated > 0;
        return allowed == 0 && exception ? 1 : allowed;
    }

    /** Whether the unit is to be counted together with another. */
    public boolean isSmall(int rated) {
        return rated <= smallUnits.upTo();
    }
}
