package vn.gov.hanoi.evaluation.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * People of one unit by kind; exact, since a share of a unit need not be a whole number of people.
 *
 * @param values people, leaders, then the five categories in the order of {@code Category}
 */
record Count(List<BigDecimal> values) {
    static final int WIDTH = 7;
    static final Count NONE = new Count(Collections.nCopies(WIDTH, BigDecimal.ZERO));

    Count plus(Count other) {
        var sum = new ArrayList<BigDecimal>(WIDTH);
        for (int i = 0; i < WIDTH; i++) {
            sum.add(values.get(i).add(other.values.get(i)));
        }
        return new Count(sum);
    }

    Count times(BigDecimal share) {
        return new Count(values.stream().map(value -> value.multiply(share)).toList());
    }

    boolean isNone() {
        return values.stream().allMatch(value -> value.signum() == 0);
    }
}
