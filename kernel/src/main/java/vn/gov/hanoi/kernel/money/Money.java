package vn.gov.hanoi.kernel.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.RoundingMode;

/**
 * An amount in đồng, exact. Negative amounts are allowed in differences; who needs a positive one says {@link #requirePositive()}.
 *
 * @param dong whole đồng, |amount| below 2^53 so that every JSON reader keeps it exact
 */
public record Money(@JsonValue long dong) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);
    private static final long LIMIT = 1L << 53;
    private static final long MILLION = 1_000_000L;

    @JsonCreator
    public Money {
        if (dong <= -LIMIT || dong >= LIMIT) {
            throw new ArithmeticException("amount beyond 2^53 đồng");
        }
    }

    /** The unit of the City's plans: 1 triệu đồng = 1,000,000 đồng. */
    public static Money ofMillions(long millions) {
        return new Money(Math.multiplyExact(millions, MILLION));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(dong, other.dong));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(dong, other.dong));
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(dong, factor));
    }

    /** Divides with a stated rounding; the caller records the step. */
    public Money dividedBy(long divisor, RoundingMode mode) {
        return new Money(java.math.BigDecimal.valueOf(dong)
                .divide(java.math.BigDecimal.valueOf(divisor), 0, mode)
                .longValueExact());
    }

    public boolean isPositive() {
        return dong > 0;
    }

    /** This amount if it is above zero. */
    public Money requirePositive() {
        if (dong <= 0) {
            throw new IllegalArgumentException("amount must be above zero");
        }
        return this;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(dong, other.dong);
    }
}
