package vn.gov.hanoi.evaluation.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Figures of one unit; exact, since a share of a unit need not be a whole number of people.
 *
 * @param values in the order of the report; none is as good as zeros
 */
record Count(List<BigDecimal> values) {
    static final Count NONE = new Count(List.of());

    Count plus(Count other) {
        if (values.isEmpty() || other.values.isEmpty()) {
            return values.isEmpty() ? other : this;
        }
        var sum = new ArrayList<BigDecimal>(values.size());
        for (int i = 0; i < values.size(); i++) {
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

    /** @param place from 0 */
    BigDecimal at(int place) {
        return values.isEmpty() ? BigDecimal.ZERO : values.get(place);
    }
}
