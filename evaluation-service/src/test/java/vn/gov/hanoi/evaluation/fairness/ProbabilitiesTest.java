package vn.gov.hanoi.evaluation.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbabilitiesTest {
    private static final Offset<BigDecimal> CLOSE = Offset.offset(new BigDecimal("0.00001"));

    private static final BigDecimal LAST_DIGITS = new BigDecimal("1e-30");

    /** Quantiles of the common tables, on two sides. */
    @ParameterizedTest
    @CsvSource({
        "4.302653, 2, 0.05",
        "2.776445, 4, 0.05",
        "4.604095, 4, 0.01",
        "8.610302, 4, 0.001",
        "5.958816, 6, 0.001",
        "2.228139, 10, 0.05",
        "4.586894, 10, 0.001",
        "2.042272, 30, 0.05",
        "3.645959, 30, 0.001"
    })
    void shouldGiveTheProbabilitiesOfTheTables(BigDecimal t, int degrees, BigDecimal probability) {
        assertThat(Probabilities.beyond(t.multiply(t), degrees)).isCloseTo(probability, CLOSE);
    }

    @Test
    void shouldCountAnOddNumberOfDegreesAsTheEvenOneBelow() {
        var square = new BigDecimal("9");
        assertThat(Probabilities.beyond(square, 7)).isEqualTo(Probabilities.beyond(square, 6));
        assertThat(Probabilities.beyond(square, 5_000)).isEqualTo(Probabilities.beyond(square, 200));
    }

    @Test
    void shouldRefuseWhatHasNoMeasure() {
        assertThatThrownBy(() -> Probabilities.beyond(BigDecimal.ONE, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 100)
    void shouldFallFromOneToNothingTheFartherAwayTheValueIs(
            @ForAll @IntRange(min = 2, max = 60) int degrees, @ForAll @IntRange(max = 300) int distance) {
        var near = Probabilities.beyond(BigDecimal.valueOf(distance), degrees);
        var far = Probabilities.beyond(BigDecimal.valueOf(distance + 1L), degrees);
        assertThat(near).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(far).isLessThanOrEqualTo(near.add(LAST_DIGITS));
        assertThat(Probabilities.beyond(BigDecimal.ZERO, degrees)).isEqualByComparingTo("1");
    }

    /** 638 of 1,024 sequences of ten tosses have five heads or more. */
    @ParameterizedTest
    @CsvSource({
        "5, 10, 0.5, 0.623046875",
        "10, 10, 0.4, 0.0001048576",
        "0, 10, 0.4, 1",
        "1, 3, 0.4, 0.784",
        "9, 10, 0.4, 0.0016777216"
    })
    void shouldAddUpTheBinomialExactly(int hits, int trials, BigDecimal share, BigDecimal expected) {
        assertThat(Probabilities.atLeast(hits, trials, share))
                .isCloseTo(expected, Offset.offset(new BigDecimal("1e-30")));
    }

    @Property(tries = 100)
    void shouldSplitAllCasesIntoAtLeastAndFewer(
            @ForAll @IntRange(min = 1, max = 400) int trials, @ForAll @IntRange(min = 1, max = 400) int given) {
        int hits = Math.min(given, trials);
        var share = new BigDecimal("0.40");
        var atLeast = Probabilities.atLeast(hits, trials, share);
        // Fewer hits are more misses.
        var fewer = Probabilities.atLeast(trials - hits + 1, trials, new BigDecimal("0.60"));
        assertThat(atLeast.add(fewer)).isCloseTo(BigDecimal.ONE, Offset.offset(new BigDecimal("1e-25")));
    }
}
