package vn.gov.hanoi.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;

/** Fractions beside plain big numbers, whatever their size. */
class FractionTest {
    /** Small as points are, and beyond every long. */
    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(-1000), BigDecimal.valueOf(1000))
                        .ofScale(4),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ONE.movePointRight(25).negate(), BigDecimal.ONE.movePointRight(25))
                        .ofScale(12));
    }

    @Property(tries = 10_000)
    void shouldCalculateAsBigNumbersDo(@ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
        // When
        var sum = Fraction.of(a).plus(Fraction.of(b));
        var product = Fraction.of(a).times(Fraction.of(b));

        // Then
        assertThat(sum.toString()).isEqualTo(CanonicalJson.decimal(a.add(b)));
        assertThat(product.toString()).isEqualTo(CanonicalJson.decimal(a.multiply(b)));
        assertThat(sum.minus(Fraction.of(b))).isEqualTo(Fraction.of(a));
        assertThat(Fraction.of(a).compareTo(Fraction.of(b))).isEqualTo(a.compareTo(b));
    }

    @Property(tries = 10_000)
    void shouldKeepQuotientsExactAndInLowestTerms(@ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
        // Given
        if (b.signum() == 0) {
            return;
        }

        // When
        var quotient = Fraction.of(a).dividedBy(Fraction.of(b));
        var above = a.movePointRight(12).toBigIntegerExact();
        var below = b.movePointRight(12).toBigIntegerExact();
        var divisor = above.gcd(below).multiply(BigInteger.valueOf(below.signum()));

        // Then
        assertThat(quotient.times(Fraction.of(b))).isEqualTo(Fraction.of(a));
        if (quotient.toString().contains("/")) {
            assertThat(quotient).hasToString(above.divide(divisor) + "/" + below.divide(divisor));
        } else {
            assertThat(new BigDecimal(quotient.toString()).multiply(b)).isEqualByComparingTo(a);
        }
    }

    @Test
    void shouldWriteDecimalsThatEndAndFractionsThatDoNot() {
        assertThat(Fraction.of(385).dividedBy(Fraction.of(6))).hasToString("385/6");
        assertThat(Fraction.of(159).dividedBy(Fraction.of(2))).hasToString("79.5000");
        assertThat(Fraction.of(-1).dividedBy(Fraction.of(3125))).hasToString("-0.00032");
        assertThat(Fraction.of(0).dividedBy(Fraction.of(-7))).isEqualTo(Fraction.ZERO);
    }
}
