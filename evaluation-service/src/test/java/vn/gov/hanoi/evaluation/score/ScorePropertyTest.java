package vn.gov.hanoi.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/** What holds for every sheet: 10,000 random ones of both formulas. */
@Tag("late")
class ScorePropertyTest {
    private static final List<String> SUM = List.of("HN-M-2018", "HN-M-2021", "HN-M-2022");
    private static final List<String> PRODUCTS = List.of("VN-CC-2026", "VN-VC-2026");

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void shouldGiveTheSameResultAndDigestForSumsOfGroupsForEver(@ForAll long seed) {
        check(SUM, seed);
    }

    @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
    void shouldGiveTheSameResultAndDigestForProductsForEver(@ForAll long seed) {
        check(PRODUCTS, seed);
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void shouldNeverRateWorseForMorePoints(@ForAll long seed) {
        // Given
        var random = new Random(seed);
        var id = random.nextBoolean() ? SUM.get(random.nextInt(3)) : PRODUCTS.get(random.nextInt(2));
        var inputs = new RandomInputs(seed).sheet(id);
        var before = inputs.score();
        var items = inputs.template().items();
        var item = items.get(random.nextInt(items.size()));

        // When
        var after = inputs.mark(item.code(), item.maximum().toPlainString()).score();

        // Then
        if (before.value() != null) {
            assertThat(after.rated().exact())
                    .isGreaterThanOrEqualTo(before.rated().exact());
            assertThat(after.rated().gradeByPoints().compareTo(before.rated().gradeByPoints()))
                    .isNotPositive();
            assertThat(after.rated().grade().compareTo(before.rated().grade())).isNotPositive();
        }
    }

    private static void check(List<String> ids, long seed) {
        // Given
        var inputs = new RandomInputs(seed).sheet(ids.get(new Random(seed).nextInt(ids.size())));

        // When
        var score = inputs.score();

        // Then
        assertThat(inputs.score()).isEqualTo(score);
        var turned = Scoring.score(inputs.ruleSet(), inputs.template(), new RandomInputs(~seed).turned(inputs.input()));
        assertThat(turned.explanation().digest()).isEqualTo(score.explanation().digest());
        assertThat(turned).isEqualTo(score);
        assertThat(score.explanation().isIntact()).isTrue();
        if (score.value() != null) {
            assertValue(score.value());
        }
    }

    private static void assertValue(Score.Value value) {
        assertThat(value.exact()).isBetween(Fraction.ZERO, Fraction.of(100));
        assertThat(value.gradeByPoints()).isEqualTo(bandOf(value.exact()));
        assertThat(value.grade().compareTo(value.gradeByPoints())).isNotNegative();
        assertThat(value.points().scale()).isEqualTo(4);
        assertThat(value.shown().scale()).isEqualTo(2);
        var lost = Fraction.of(value.points()).minus(value.exact());
        assertThat(lost).isBetween(Fraction.of(new BigDecimal("-0.00005")), Fraction.of(new BigDecimal("0.00005")));
    }

    /** The bands written out a second time. */
    private static Grade bandOf(Fraction exact) {
        if (exact.compareTo(Fraction.of(90)) >= 0) {
            return Grade.A;
        }
        if (exact.compareTo(Fraction.of(70)) >= 0) {
            return Grade.B;
        }
        return exact.compareTo(Fraction.of(50)) >= 0 ? Grade.C : Grade.D;
    }
}
