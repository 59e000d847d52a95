package vn.gov.hanoi.selection.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.selection.ruleset.Agreement.Pair;

class AgreementTest {
    private static final WrittenRules RULES = WrittenRules.from(WrittenRulesTest.VALUES);

    @Test
    void shouldSayNothingWithoutScripts() {
        assertThat(Agreement.of(List.of(), RULES)).isEqualTo(new Agreement(0, null, null, null, null));
    }

    @Test
    void shouldComputeAWorkedExample() {
        // Given: differences 2, -4, 12
        var pairs = List.of(pair(60, 58), pair(70, 74), pair(82, 70));

        // When
        var found = Agreement.of(pairs, RULES);

        // Then
        assertThat(found)
                .isEqualTo(new Agreement(
                        3,
                        new BigDecimal("6.0000"),
                        new BigDecimal("8.0829"),
                        new BigDecimal("66.6667"),
                        new BigDecimal("0.7050")));
    }

    @Test
    void shouldAgreeFullyWhenAllPairsAreEqual() {
        assertThat(Agreement.of(List.of(pair(60, 60), pair(70, 70)), RULES).icc())
                .isEqualByComparingTo("1");
        assertThat(Agreement.of(List.of(pair(60, 60), pair(60, 60)), RULES).icc())
                .isNull();
        assertThat(Agreement.of(List.of(pair(60, 50)), RULES).deviation()).isNull();
    }

    /** The oracle is the table of variance with sums of all single points, in floating point. */
    @Property(tries = 10_000)
    void shouldAgreeWithTheTableOfVariance(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(max = 10_000) Integer> first,
            @ForAll @IntRange(max = 2000) int shift) {
        // Given
        var pairs = IntStream.range(0, first.size())
                .mapToObj(i -> new Pair(
                        BigDecimal.valueOf(first.get(i), 2),
                        BigDecimal.valueOf(Math.clamp(first.get(i) + (i * 7919L + shift) % 2001 - 1000, 0, 10_000), 2)))
                .toList();

        // When
        var found = Agreement.of(pairs, RULES);

        // Then
        double n = pairs.size();
        double all = pairs.stream()
                .mapToDouble(each -> each.first().add(each.second()).doubleValue())
                .sum();
        double squares = pairs.stream()
                .mapToDouble(each -> square(each.first()) + square(each.second()))
                .sum();
        double rows = pairs.stream()
                        .mapToDouble(each -> square(each.first().add(each.second())))
                        .sum()
                / 2;
        double correction = all * all / (2 * n);
        double between = (rows - correction) / (n - 1);
        double within = (squares - rows) / n;
        if (found.icc() != null && between + within > 1e-6) {
            assertThat(found.icc().doubleValue())
                    .isCloseTo((between - within) / (between + within), Offset.offset(0.0005));
        }
        var shuffled = new ArrayList<>(pairs);
        Collections.reverse(shuffled);
        assertThat(Agreement.of(shuffled, RULES).icc()).isEqualTo(found.icc());
        assertThat(Agreement.of(
                        pairs.stream()
                                .map(each -> new Pair(each.second(), each.first()))
                                .toList(),
                        RULES))
                .isEqualTo(found);
    }

    private static double square(BigDecimal value) {
        return value.doubleValue() * value.doubleValue();
    }

    private static Pair pair(int first, int second) {
        return new Pair(BigDecimal.valueOf(first), BigDecimal.valueOf(second));
    }
}
