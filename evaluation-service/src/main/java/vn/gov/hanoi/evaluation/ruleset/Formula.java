package vn.gov.hanoi.evaluation.ruleset;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How points come about.
 *
 * @param products parameters of PRODUCT_MEAN; null for other formulas
 */
public record Formula(Id id, @Nullable Products products, Source source) {
    /** The formulas by name. */
    public enum Id {
        /** Sum of the points of all groups and of the bonus. */
        SUM_OF_GROUPS,
        /**
         * One group is filled from converted products: (a + b + c) / 3 of its maximum, for leaders (a + b + c + d + đ + e) / 6. The
         * other groups are added.
         */
        PRODUCT_MEAN
    }

    /**
     * Parameters of PRODUCT_MEAN.
     *
     * @param group code of the group that is filled
     * @param errorShare what one error takes off the product, 0-1, scale 4
     * @param errorsPerProduct most errors that count for one product
     * @param leaderFactors values that d, đ and e may have, 0-1, scale 4
     * @param unitFactor how d follows from the grades below
     */
    public record Products(
            String group,
            BigDecimal errorShare,
            int errorsPerProduct,
            Set<BigDecimal> leaderFactors,
            UnitFactor unitFactor) {
        public Products {
            leaderFactors = Set.copyOf(leaderFactors);
        }
    }

    /**
     * The factor d: result of the unit.
     *
     * @param full if everybody under management has at least the grade
     * @param atLeast the grade
     * @param otherwise if anybody is below
     * @param overridable whether the decider may set it otherwise with a reason
     */
    public record UnitFactor(BigDecimal full, Grade atLeast, BigDecimal otherwise, boolean overridable) {}
}
