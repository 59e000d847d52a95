package vn.gov.hanoi.selection.ruleset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * An arithmetic mean that is never rounded on the way: seven marks have no exact decimal mean. Means are compared as fractions.
 *
 * @param sum of the marks
 * @param count how many marks, from 1
 */
public record Mean(BigDecimal sum, int count) implements Comparable<Mean> {
    private static final int SCALE = 2;

    public Mean {
        if (count < 1) {
            throw new IllegalArgumentException("nothing has no mean");
        }
    }

    public static Mean of(Collection<BigDecimal> marks) {
        return new Mean(marks.stream().reduce(BigDecimal.ZERO, BigDecimal::add), marks.size());
    }

    public Mean plus(BigDecimal other) {
        return new Mean(sum.add(other.multiply(BigDecimal.valueOf(count))), count);
    }

    public boolean isAtLeast(BigDecimal mark) {
        return compareTo(new Mean(mark, 1)) >= 0;
    }

    /** As it is told: two decimals, half up. Nothing is decided by it. */
    public BigDecimal told() {
        return sum.divide(BigDecimal.valueOf(count), SCALE, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Mean other) {
        return sum.multiply(BigDecimal.valueOf(other.count)).compareTo(other.sum.multiply(BigDecimal.valueOf(count)));
    }

    /** Equal as numbers: 50/1 is 100/2. */
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Mean mean && compareTo(mean) == 0;
    }

    @Override
    public int hashCode() {
        return told().hashCode();
    }
}
