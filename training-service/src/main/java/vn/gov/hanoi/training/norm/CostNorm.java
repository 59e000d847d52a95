package vn.gov.hanoi.training.norm;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the norms: what one item may cost while it is valid.
 *
 * @param ceilingVnd highest price of one unit, in đồng; null: by invoice or contract
 * @param ceilingPercent highest share of the cost of the other items; only where the unit is SHARE
 * @param blocks whether above the ceiling is refused
 * @param validTo first day without it; null while it goes on
 */
record CostNorm(
        String ruleSet,
        String item,
        String unit,
        @Nullable Long ceilingVnd,
        @Nullable BigDecimal ceilingPercent,
        boolean blocks,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
