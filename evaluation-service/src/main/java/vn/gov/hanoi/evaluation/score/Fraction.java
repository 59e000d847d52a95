package vn.gov.hanoi.evaluation.score;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;

/** An exact number: a third stays a third. In lowest terms, so equal numbers are equal objects. */
public final class Fraction implements Comparable<Fraction> {
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    private static final BigInteger FIVE = BigInteger.valueOf(5);
    /** Points are small, and long arithmetic is several times faster; what may not fit is left to big numbers. */
    private static final int SMALL_BITS = 62;

    /** Longest denominator and numerator whose product with a power of ten fits a long. */
    private static final int SHORT_BITS = 30;

    private static final long[] POWERS_OF_TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Fraction(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public static Fraction of(BigDecimal value) {
        return value.scale() <= 0
                ? new Fraction(value.toBigIntegerExact(), BigInteger.ONE)
                : reduced(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    public static Fraction of(long value) {
        return new Fraction(BigInteger.valueOf(value), BigInteger.ONE);
    }

    public static Fraction sum(Collection<Fraction> values) {
        return values.stream().reduce(ZERO, Fraction::plus);
    }

    public Fraction plus(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return reduced(numerator.add(other.numerator), denominator);
        }
        return reduced(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(Fraction other) {
        return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException if the other is zero */
    public Fraction dividedBy(Fraction other) {
        if (other.isZero()) {
            throw new ArithmeticException("division by zero");
        }
        return reduced(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Fraction within(Fraction least, Fraction most) {
        return max(least).min(most);
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    /** The one place where places are lost. */
    public BigDecimal rounded(int scale, RoundingMode mode) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, mode);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction fraction
                && numerator.equals(fraction.numerator)
                && denominator.equals(fraction.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    /** Exact and canonical: a decimal at full scale if it ends (79.5000), else a fraction in lowest terms (385/6). */
    @Override
    public String toString() {
        int scale = places();
        if (scale >= 0 && scale < POWERS_OF_TEN.length && numerator.bitLength() <= SHORT_BITS) {
            long factor = POWERS_OF_TEN[scale] / denominator.longValue();
            return CanonicalJson.decimal(BigDecimal.valueOf(numerator.longValue() * factor, scale));
        }
        return scale < 0
                ? numerator + "/" + denominator
                : CanonicalJson.decimal(new BigDecimal(
                        numerator.multiply(BigInteger.TEN.pow(scale).divide(denominator)), scale));
    }

    /** Places of the decimal; -1 if it does not end. */
    private int places() {
        int twos = denominator.getLowestSetBit();
        int fives = 0;
        if (denominator.bitLength() <= SMALL_BITS) {
            long odd = denominator.longValue() >> twos;
            for (; odd % 5 == 0; fives++) {
                odd /= 5;
            }
            return odd == 1 ? Math.max(twos, fives) : -1;
        }
        var rest = denominator.shiftRight(twos);
        while (rest.bitLength() > 1) {
            var parts = rest.divideAndRemainder(FIVE);
            if (parts[1].signum() != 0) {
                return -1;
            }
            rest = parts[0];
            fives++;
        }
        return Math.max(twos, fives);
    }

    private static Fraction reduced(BigInteger numerator, BigInteger denominator) {
        if (denominator.equals(BigInteger.ONE)) {
            return new Fraction(numerator, denominator);
        }
        if (numerator.bitLength() <= SMALL_BITS && denominator.bitLength() <= SMALL_BITS) {
            long above = numerator.longValue();
            long below = denominator.longValue();
            long divisor = gcd(Math.abs(above), Math.abs(below));
            long signed = below < 0 ? -divisor : divisor;
            return new Fraction(BigInteger.valueOf(above / signed), BigInteger.valueOf(below / signed));
        }
        var divisor = numerator.gcd(denominator);
        var signed = denominator.signum() < 0 ? divisor.negate() : divisor;
        return new Fraction(numerator.divide(signed), denominator.divide(signed));
    }

    private static long gcd(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
