package vn.gov.hanoi.selection.ruleset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far two markers of the same scripts agree. Computed with 34 digits, shown with four decimals, half up.
 *
 * @param scripts how many were marked by two
 * @param meanDifference mean of the absolute differences, points; null without scripts
 * @param deviation standard deviation of the signed differences, sample; null below two scripts
 * @param withinPercent share of the scripts that needed no third marking; null without scripts
 * @param icc intraclass correlation ICC(1), one-way random effects, two raters, -1..1; null below two scripts or if all points are the same
 */
public record Agreement(
        int scripts,
        @Nullable BigDecimal meanDifference,
        @Nullable BigDecimal deviation,
        @Nullable BigDecimal withinPercent,
        @Nullable BigDecimal icc) {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    /** Points of the first and the second marking of one script. */
    public record Pair(BigDecimal first, BigDecimal second) {
        BigDecimal difference() {
            return first.subtract(second);
        }

        BigDecimal mean() {
            return first.add(second).divide(TWO, EXACT);
        }
    }

    public static Agreement of(List<Pair> pairs, WrittenRules rules) {
        int many = pairs.size();
        if (many == 0) {
            return new Agreement(0, null, null, null, null);
        }
        var count = BigDecimal.valueOf(many);
        long within = pairs.stream()
                .filter(each -> !rules.liesTooFarApart(each.first(), each.second()))
                .count();
        return new Agreement(
                many,
                shown(sum(pairs, each -> each.difference().abs()).divide(count, EXACT)),
                many < 2 ? null : shown(deviation(pairs)),
                shown(BigDecimal.valueOf(within).multiply(HUNDRED).divide(count, EXACT)),
                many < 2 ? null : icc(pairs));
    }

    private static BigDecimal deviation(List<Pair> pairs) {
        var mean = sum(pairs, Pair::difference).divide(BigDecimal.valueOf(pairs.size()), EXACT);
        return sum(pairs, each -> each.difference().subtract(mean).pow(2))
                .divide(BigDecimal.valueOf(pairs.size() - 1L), EXACT)
                .sqrt(EXACT);
    }

    /** (MSB - MSW) / (MSB + MSW), with the mean squares between and within scripts. */
    private static @Nullable BigDecimal icc(List<Pair> pairs) {
        var count = BigDecimal.valueOf(pairs.size());
        var grand = sum(pairs, Pair::mean).divide(count, EXACT);
        var between = sum(pairs, each -> each.mean().subtract(grand).pow(2))
                .multiply(TWO)
                .divide(BigDecimal.valueOf(pairs.size() - 1L), EXACT);
        var within =
                sum(pairs, each -> each.difference().pow(2)).divide(TWO, EXACT).divide(count, EXACT);
        var all = between.add(within);
        return all.signum() == 0 ? null : shown(between.subtract(within).divide(all, EXACT));
    }

    private static BigDecimal sum(List<Pair> pairs, Function<Pair, BigDecimal> value) {
        return pairs.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal shown(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
