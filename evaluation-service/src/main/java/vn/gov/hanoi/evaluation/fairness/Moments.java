package vn.gov.hanoi.evaluation.fairness;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Results as sums; exact.
 *
 * @param results from 0
 * @param sum of the points
 * @param squares sum of the squared points
 */
record Moments(int results, BigDecimal sum, BigDecimal squares) {
    static final Moments NONE = new Moments(0, BigDecimal.ZERO, BigDecimal.ZERO);

    Moments plus(Moments other) {
        return new Moments(results + other.results, sum.add(other.sum), squares.add(other.squares));
    }

    /** Mean, 34 digits. There is at least one result. */
    BigDecimal mean() {
        return sum.divide(BigDecimal.valueOf(results), MathContext.DECIMAL128);
    }

    /** Sum of the squared distances from the mean, never negative; 0 for none. */
    BigDecimal deviation() {
        if (results == 0) {
            return BigDecimal.ZERO;
        }
        var ofMean = sum.multiply(sum).divide(BigDecimal.valueOf(results), MathContext.DECIMAL128);
        return squares.subtract(ofMean).max(BigDecimal.ZERO);
    }
}
