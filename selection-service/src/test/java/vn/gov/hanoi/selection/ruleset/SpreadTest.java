package vn.gov.hanoi.selection.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When sheets of one defence, or markings of one script, lie too far apart. */
class SpreadTest {
    private static final DefenceRules RULES = DefenceRules.from(Map.of(
            "DEFENCE_PASS_MARK", "50",
            "DEFENCE_PRESENTATION_MINUTES", "45",
            "DEFENCE_QUESTION_MINUTES", "90",
            "DEFENCE_SPREAD_RANGE", "20",
            "DEFENCE_SPREAD_MEDIAN", "15",
            "RANKING_RULE", "PROJECT",
            "TIE_RULE", "WRITTEN,COUNCIL",
            "WITHDRAWAL_RULE", "DECISION",
            "DEFENCE_SCHEME", "HN-DEFENCE"));

    @ParameterizedTest
    @CsvSource({
        "70, false",
        "60 80, false",
        "60 80.01, true",
        "59.99 80, true",
        "65 80 65, false",
        "65 80.01 65, true",
        "64.99 64.99 80, true",
        "60 75 75 80, false",
        "59.99 75 75 75, true",
        "60 60 75 75 75, false",
        "59.99 75 75 75 75, true",
        "0 0 0 0 0 0 100, true"
    })
    void shouldFlagOnlyWhatLiesBeyondALimit(String sheets, boolean flagged) {
        var marks = Stream.of(sheets.split(" ")).map(BigDecimal::new).toList();

        assertThat(Spread.of(marks).isFlagged(RULES)).isEqualTo(flagged);
    }

    /** The oracle has whole numbers of half hundredths, and looks for the median by counting who lies below and above. */
    @Property(tries = 10_000)
    void shouldFlagAsCountingDoes(@ForAll Random random, @ForAll @IntRange(min = 1, max = 17) int members) {
        // Given: sheets that often lie just at a limit
        int[] steps = {0, 1, 1499, 1500, 1501, 1999, 2000, 2001};
        int base = 2001 + random.nextInt(6000);
        int[] cents = IntStream.range(0, members)
                .map(_ -> random.nextInt(4) == 0
                        ? random.nextInt(10_001)
                        : base + (random.nextBoolean() ? 1 : -1) * steps[random.nextInt(steps.length)])
                .map(each -> Math.clamp(each, 0, 10_000))
                .toArray();

        // When
        var spread = Spread.of(IntStream.of(cents).mapToObj(SpreadTest::points).toList());

        // Then
        int doubled = doubledMedian(cents);
        int range = 0;
        int farthest = 0;
        for (int one : cents) {
            farthest = Math.max(farthest, Math.abs(2 * one - doubled));
            for (int other : cents) {
                range = Math.max(range, one - other);
            }
        }
        assertThat(spread.range()).isEqualByComparingTo(points(range));
        assertThat(spread.farthest().multiply(BigDecimal.TWO)).isEqualByComparingTo(points(farthest));
        assertThat(spread.isFlagged(RULES)).isEqualTo(range > 2000 || farthest > 3000);
    }

    /** Twice the middle: the sum of the lowest mark that half of all do not exceed and the highest that half do not fall below. */
    private static int doubledMedian(int[] cents) {
        int low = Arrays.stream(cents)
                .filter(each ->
                        2 * Arrays.stream(cents).filter(other -> other <= each).count() >= cents.length)
                .min()
                .orElseThrow();
        int high = Arrays.stream(cents)
                .filter(each ->
                        2 * Arrays.stream(cents).filter(other -> other >= each).count() >= cents.length)
                .max()
                .orElseThrow();
        return low + high;
    }

    private static BigDecimal points(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "70, 80.0000, false",
        "70, 80.0001, true",
        "80.0001, 70, true",
        "69.9999, 80, true",
        "0, 10, false",
        "0, 10.0001, true",
        "90, 100, false",
        "89.9999, 100, true"
    })
    void shouldNeedAThirdMarkerBeyondTenPointsOfAHundred(String one, String other, boolean third) {
        var rules = WrittenRules.from(WrittenRulesTest.VALUES);

        assertThat(rules.liesTooFarApart(new BigDecimal(one), new BigDecimal(other)))
                .isEqualTo(third);
    }

    /** Limits and maxima of any size; the oracle has ten thousandths as whole numbers and multiplies out. */
    @Property(tries = 10_000)
    void shouldNeedAThirdMarkerAsWholeNumbersSay(
            @ForAll @IntRange(max = 1_000_000) int one,
            @ForAll @IntRange(min = -2, max = 2) int beside,
            @ForAll @IntRange(min = 1, max = 200) int maximum,
            @ForAll @IntRange(min = 1, max = 30) int percent,
            @ForAll boolean below) {
        // Given: a second marking within two ten thousandths of the limit
        int other = one + (below ? -1 : 1) * (percent * maximum * 100 + beside);
        var values = new java.util.HashMap<>(WrittenRulesTest.VALUES);
        values.put("WRITTEN_MAXIMUM", String.valueOf(maximum));
        values.put("WRITTEN_SPREAD_PERCENT", String.valueOf(percent));
        var rules = WrittenRules.from(values);

        // When
        boolean third = rules.liesTooFarApart(BigDecimal.valueOf(one, 4), BigDecimal.valueOf(other, 4));
        var mark = rules.mark(List.of(BigDecimal.valueOf(one, 4), BigDecimal.valueOf(other, 4)));

        // Then
        assertThat(third).isEqualTo(beside > 0);
        assertThat(mark.isEmpty()).isEqualTo(third);
    }
}
