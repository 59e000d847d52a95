package vn.gov.hanoi.evaluation.fairness;

import java.math.BigDecimal;
import java.math.MathContext;

/** Probabilities of distributions in decimals: finite sums, 34 digits, no tables. Pure. */
final class Probabilities {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    /** Beyond this, more degrees of freedom move no probability that matters here, and cost time. */
    private static final int MOST_DEGREES = 200;

    private Probabilities() {}

    /**
     * Probability that Student's t is at least as far from 0, on both sides. An odd number of degrees counts as the even one below it,
     * whose sum is algebraic: the probability is never too small.
     *
     * @param square of t, from 0
     * @param degrees of freedom, at least 2
     */
    static BigDecimal beyond(BigDecimal square, int degrees) {
        if (degrees < 2) {
            throw new IllegalArgumentException("degrees of freedom: " + degrees);
        }
        int even = Math.min(degrees, MOST_DEGREES) / 2 * 2;
        var whole = square.add(BigDecimal.valueOf(even));
        var cosine = BigDecimal.valueOf(even).divide(whole, DIGITS);
        var term = BigDecimal.ONE;
        var sum = term;
        for (int i = 2; i <= even - 2; i += 2) {
            term = term.multiply(cosine, DIGITS)
                    .multiply(BigDecimal.valueOf(i - 1L))
                    .divide(BigDecimal.valueOf(i), DIGITS);
            sum = sum.add(term);
        }
        var within = square.divide(whole, DIGITS).sqrt(DIGITS).multiply(sum, DIGITS);
        return BigDecimal.ONE.subtract(within).max(BigDecimal.ZERO);
    }

    /**
     * Probability of at least so many hits.
     *
     * @param hits 0 to trials
     * @param share of a hit in one trial, above 0 and below 1
     */
    static BigDecimal atLeast(int hits, int trials, BigDecimal share) {
        var other = BigDecimal.ONE.subtract(share);
        var odds = share.divide(other, DIGITS);
        var term = share.pow(hits, DIGITS).multiply(other.pow(trials - hits, DIGITS), DIGITS);
        for (int i = 1; i <= hits; i++) {
            term = term.multiply(BigDecimal.valueOf(trials - hits + (long) i)).divide(BigDecimal.valueOf(i), DIGITS);
        }
        var sum = BigDecimal.ZERO;
        for (int i = hits; i <= trials; i++) {
            sum = sum.add(term, DIGITS);
            term = term.multiply(odds, DIGITS)
                    .multiply(BigDecimal.valueOf(trials - (long) i))
                    .divide(BigDecimal.valueOf(i + 1L), DIGITS);
        }
        return sum.min(BigDecimal.ONE);
    }
}
