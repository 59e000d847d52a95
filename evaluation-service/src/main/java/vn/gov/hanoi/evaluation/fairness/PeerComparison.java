package vn.gov.hanoi.evaluation.fairness;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rater against the others of a comparable group: a one-way random model, the rater left out of what it is compared with. Raters that
 * are alike differ by chance and by the people whom they rate; how much, the peers show. Under equal normal raters the probability is that of
 * Student's t; a rater with fewer people than the peers is given the variance that this adds, one with more people nothing. Pure.
 *
 * <p>Assumes independent raters. Two that are biased to the same side hide each other in part, so there are fewer flags, never more.
 */
final class PeerComparison {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final List<Observation> all;
    private final BigDecimal sum;
    private final BigDecimal squares;
    private final BigDecimal weights;
    private final BigDecimal within;

    /**
     * What is compared.
     *
     * @param value mean or change of a mean, in points
     * @param weight share of the variance of one person that the value carries, 1/people, above 0
     */
    record Observation(BigDecimal value, BigDecimal weight) {}

    /**
     * How one differs.
     *
     * @param expected mean of the peers
     * @param t distance in standard errors, signed
     * @param probability of such a distance or more among equal raters, 0-1
     */
    record Difference(BigDecimal expected, BigDecimal t, BigDecimal probability) {}

    /** @param within variance of the results of people of one rater, in squared points */
    PeerComparison(List<Observation> all, BigDecimal within) {
        this.all = List.copyOf(all);
        this.within = within;
        this.sum = total(all.stream().map(Observation::value).toList());
        this.squares =
                total(all.stream().map(one -> one.value().multiply(one.value())).toList());
        this.weights = total(all.stream().map(Observation::weight).toList());
    }

    private static BigDecimal total(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    int peers() {
        return all.size() - 1;
    }

    /** Null if the peers do not differ at all, so that there is no measure. There are at least three peers. */
    @Nullable
    Difference of(Observation one) {
        var count = BigDecimal.valueOf(peers());
        var others = sum.subtract(one.value());
        var mean = others.divide(count, DIGITS);
        var between = squares.subtract(one.value().multiply(one.value()))
                .subtract(others.multiply(mean))
                .max(BigDecimal.ZERO)
                .divide(count.subtract(BigDecimal.ONE), DIGITS);
        if (between.signum() == 0) {
            return null;
        }
        var usual = weights.subtract(one.weight()).divide(count, DIGITS);
        var fewer = one.weight().subtract(usual).max(BigDecimal.ZERO);
        var variance = between.multiply(BigDecimal.ONE.add(BigDecimal.ONE.divide(count, DIGITS)))
                .add(within.multiply(fewer));
        var distance = one.value().subtract(mean);
        var square = distance.multiply(distance).divide(variance, DIGITS);
        var t = square.sqrt(DIGITS).multiply(BigDecimal.valueOf(distance.signum()));
        return new Difference(mean, t, Probabilities.beyond(square, peers() - 1));
    }
}
