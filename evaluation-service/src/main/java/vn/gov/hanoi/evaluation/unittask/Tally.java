package vn.gov.hanoi.evaluation.unittask;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many tasks there are of some kind.
 *
 * @param weight sum of their factors, exact
 */
@Schema(name = "UnitTaskTally")
public record Tally(
        @Schema(description = "Number of tasks", minimum = "0")
        int number,

        @Schema(description = "Sum of their factors, scale 4")
        BigDecimal weight) {
    static final Tally NONE = new Tally(0, BigDecimal.ZERO.setScale(4));

    Tally plus(BigDecimal factor) {
        return new Tally(number + 1, weight.add(factor));
    }

    Tally minus(Tally other) {
        return new Tally(number - other.number, weight.subtract(other.weight));
    }

    Tally plus(Tally other) {
        return new Tally(number + other.number, weight.add(other.weight));
    }
}
