package vn.gov.hanoi.selection.ruleset;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/**
 * How far the sheets of one defence lie apart. Nothing is trimmed; what is flagged is reviewed by the chair (assumed; legal_check).
 *
 * @param range highest minus lowest
 * @param farthest greatest distance of a sheet from the median
 */
public record Spread(BigDecimal range, BigDecimal farthest) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** @param marks at least one */
    public static Spread of(List<BigDecimal> marks) {
        var sorted = marks.stream().sorted().toList();
        var lowest = sorted.getFirst();
        var highest = sorted.getLast();
        var median = median(sorted);
        return new Spread(
                highest.subtract(lowest), Collections.max(List.of(highest.subtract(median), median.subtract(lowest))));
    }

    /** Exactly the limit is not beyond it. */
    public boolean isFlagged(DefenceRules rules) {
        return range.compareTo(rules.spreadRange()) > 0 || farthest.compareTo(rules.spreadMedian()) > 0;
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO); // two decimals halved are three: exact
    }
}
