package vn.gov.hanoi.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.http.StrictJson;

class MoneyTest {
    private static final long MOST = (1L << 53) - 1;
    private static final BigInteger LIMIT = BigInteger.TWO.pow(53);

    private final ObjectMapper json = strict();

    @Property
    void shouldAddAndSubtractAsWholeNumbersDoOrRefuse(
            @ForAll @LongRange(min = -MOST, max = MOST) long a, @ForAll @LongRange(min = -MOST, max = MOST) long b) {
        // Given
        var sum = BigInteger.valueOf(a).add(BigInteger.valueOf(b));

        // Then
        if (sum.abs().compareTo(LIMIT) < 0) {
            assertThat(new Money(a).plus(new Money(b)).dong()).isEqualTo(sum.longValueExact());
            assertThat(new Money(a).plus(new Money(b)).minus(new Money(b))).isEqualTo(new Money(a));
        } else {
            assertThatThrownBy(() -> new Money(a).plus(new Money(b))).isInstanceOf(ArithmeticException.class);
        }
    }

    @Property
    void shouldMultiplyAsWholeNumbersDoOrRefuse(
            @ForAll @LongRange(min = -MOST, max = MOST) long amount, @ForAll long factor) {
        // Given
        var product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(factor));

        // Then
        if (product.abs().compareTo(LIMIT) < 0) {
            assertThat(new Money(amount).times(factor).dong()).isEqualTo(product.longValueExact());
        } else {
            assertThatThrownBy(() -> new Money(amount).times(factor)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Property
    void shouldLoseLessThanOneDongPerDivision(
            @ForAll @LongRange(min = -MOST, max = MOST) long amount,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long divisor) {
        Assume.that(divisor != 0);

        // When
        var share = BigInteger.valueOf(
                new Money(amount).dividedBy(divisor, RoundingMode.HALF_UP).dong());

        // Then
        var rest = share.multiply(BigInteger.valueOf(divisor))
                .subtract(BigInteger.valueOf(amount))
                .abs();
        assertThat(rest.shiftLeft(1))
                .isLessThanOrEqualTo(BigInteger.valueOf(divisor).abs());
    }

    @Property
    void shouldOrderByAmount(
            @ForAll @LongRange(min = -MOST, max = MOST) long a, @ForAll @LongRange(min = -MOST, max = MOST) long b) {
        assertThat(Integer.signum(new Money(a).compareTo(new Money(b)))).isEqualTo(Long.compare(a, b));
    }

    @Property
    void shouldTravelThroughJsonAsAWholeNumber(@ForAll @LongRange(min = -MOST, max = MOST) long amount)
            throws Exception {
        // When
        var written = json.writeValueAsString(new Money(amount));

        // Then
        assertThat(written).isEqualTo(String.valueOf(amount));
        assertThat(json.readValue(written, Money.class)).isEqualTo(new Money(amount));
        assertThat((long) Double.parseDouble(written))
                .as("a reader with doubles keeps it exact")
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.0", "1e3", "\"5\"", "true", "\"\"", "9007199254740992", "99999999999999999999"})
    void shouldNotReadAnythingButAnExactWholeNumber(String text) {
        assertThatThrownBy(() -> json.readValue(text, Money.class))
                .isInstanceOf(com.fasterxml.jackson.core.JacksonException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740991, true",
        "9007199254740992, false",
        "-9007199254740991, true",
        "-9007199254740992, false",
        "9223372036854775807, false",
        "-9223372036854775808, false"
    })
    void shouldEndBeforeTwoToThe53(long amount, boolean allowed) {
        if (allowed) {
            assertThat(new Money(amount).dong()).isEqualTo(amount);
        } else {
            assertThatThrownBy(() -> new Money(amount)).isInstanceOf(ArithmeticException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 3, HALF_UP, 3", "5, 2, HALF_UP, 3", "5, 2, DOWN, 2", "-5, 2, HALF_UP, -3", "-5, 2, FLOOR, -3"})
    void shouldRoundAsTheCallerSays(long amount, long divisor, RoundingMode mode, long expected) {
        assertThat(new Money(amount).dividedBy(divisor, mode)).isEqualTo(new Money(expected));
    }

    @Test
    void shouldNotDivideByZero() {
        assertThatThrownBy(() -> Money.ZERO.dividedBy(0, RoundingMode.DOWN)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldCountMillionsAndRefuseTooMany() {
        assertThat(Money.ofMillions(16_310)).isEqualTo(new Money(16_310_000_000L));
        assertThatThrownBy(() -> Money.ofMillions(Long.MAX_VALUE / 10)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofMillions(9_007_199_255L)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldTellAPositiveAmountFromZeroAndBelow() {
        assertThat(new Money(1).requirePositive().isPositive()).isTrue();
        for (var amount : new long[] {0, -1}) {
            assertThat(new Money(amount).isPositive()).isFalse();
            assertThatThrownBy(() -> new Money(amount).requirePositive()).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ObjectMapper strict() {
        var mapper = new ObjectMapper();
        new StrictJson().customize(mapper);
        return mapper;
    }
}
