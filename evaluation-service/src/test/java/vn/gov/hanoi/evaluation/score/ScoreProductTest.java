package vn.gov.hanoi.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/** Converted products and the factors of leaders. */
class ScoreProductTest {
    @ParameterizedTest
    @CsvSource({
        // completed of 4 assigned, quality errors, expected b
        "4, 0, 1.0000",
        "4, 1, 0.9375",
        "4, 16, 0.0000",
        "4, 17, 0.0000",
        "2, 8, 0.0000",
        "2, 9, 0.0000",
        "0, 3, 0.0000",
        "5, 0, 1.0000",
        "8, 4, 1.0000"
    })
    void shouldTakeAQuarterOffForEachErrorUpToFourForEachProduct(int completed, int errors, String expected) {
        // When
        var score = Inputs.of("VN-CC-2026")
                .group("GENERAL", "30")
                .product("P1", 4, completed, errors, 0)
                .score();

        // Then
        assertThat(result(score, Step.Code.QUALITY)).isEqualTo(expected);
    }

    @Test
    void shouldTakeNothingOffForAConfirmedObjectiveCause() {
        // Given
        var errors = List.of(
                new Tasks.ProductError(Tasks.ProductError.Kind.PROGRESS, "delay/1", "storm; confirmed by 12/BC"),
                new Tasks.ProductError(Tasks.ProductError.Kind.PROGRESS, "delay/2", null));

        // When
        var score = Inputs.of("VN-CC-2026")
                .group("GENERAL", "30")
                .product(new Tasks.Product("P1", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, errors))
                .score();

        // Then
        assertThat(result(score, Step.Code.PROGRESS)).isEqualTo("0.7500");
        assertThat(step(score, Step.Code.PRODUCT).inputs().get("errors")).contains("confirmed by 12/BC");
    }

    @Test
    void shouldWeighProductsByTheirFactor() {
        // When: 2 x 3 + 0.5 x 4 = 8 assigned, 2 x 3 = 6 completed
        var score = Inputs.of("VN-CC-2026")
                .group("GENERAL", "30")
                .product(new Tasks.Product(
                        "HARD", new BigDecimal("2"), BigDecimal.valueOf(3), BigDecimal.valueOf(3), List.of()))
                .product(new Tasks.Product(
                        "EASY", new BigDecimal("0.5"), BigDecimal.valueOf(4), BigDecimal.ZERO, List.of()))
                .score();

        // Then
        assertThat(result(score, Step.Code.QUANTITY)).isEqualTo("0.7500");
    }

    @Test
    void shouldNotCallNothingAssignedAResult() {
        // Given
        var none = Inputs.of("VN-CC-2026").group("GENERAL", "30");
        var empty = Inputs.of("VN-CC-2026").group("GENERAL", "30").product("P1", 0, 0, 0, 0);
        var unasked = Inputs.of("VN-CC-2026").group("GENERAL", "30").product("P1", 0, 2, 0, 0);

        for (var inputs : List.of(none, empty, unasked)) {
            // When
            var score = inputs.score();

            // Then
            assertThat(score.outcome()).isEqualTo(Score.Outcome.INSUFFICIENT_DATA);
            assertThat(score.missing()).containsExactly("PRODUCTS");
            assertThat(score.value()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 0, 0, 1.0000", "0, 0, 1, 0, 1.0000", "9, 0, 0, 1, 0.5000", "0, 0, 0, 3, 0.5000"})
    void shouldHalveTheUnitFactorIfAnybodyIsBelowC(int a, int b, int c, int d, String expected) {
        // When
        var score = leader().factors(Map.of(Grade.A, a, Grade.B, b, Grade.C, c, Grade.D, d), "1", "0.5")
                .score();

        // Then
        assertThat(result(score, Step.Code.UNIT_FACTOR)).isEqualTo(expected);
        assertThat(result(score, Step.Code.UNITY_FACTOR)).isEqualTo("0.5000");
    }

    @Test
    void shouldFollowTheDeciderWhoSetsTheUnitFactorWithAReason() {
        // Given
        var setting = new Tasks.Setting(BigDecimal.ONE, "the one at D came last week");
        var factors = new Tasks.LeaderFactors(
                new Tasks.UnitGrades(Map.of(Grade.D, 1), setting), BigDecimal.ONE, BigDecimal.ONE);

        // When
        var score = leader().factors(factors).score();

        // Then
        var step = step(score, Step.Code.UNIT_FACTOR);
        assertThat(step.result()).isEqualTo("1.0000");
        assertThat(step.inputs())
                .containsEntry("computed", "0.5000")
                .containsEntry("reason", "the one at D came last week");
    }

    @Test
    void shouldNotInventFactorsThatAreNotGiven() {
        assertThat(leader().score().missing()).containsExactly("FACTORS");
        assertThat(leader().factors(Map.of(), "1", "1").score().missing()).containsExactly("UNIT_FACTOR");
        assertThat(leader().factors(Map.of(Grade.A, 0), "1", "1").score().missing())
                .containsExactly("UNIT_FACTOR");
    }

    @Test
    void shouldNotTakeAMissingMarkForZero() {
        // When
        var unmarked = Inputs.of("HN-M-2018").group("DISCIPLINE", "20").group("TASKS", "70");
        unmarked.unmarked("II.3").mark("I.2", null);
        var zero = Inputs.of("HN-M-2018").group("DISCIPLINE", "20").group("TASKS", "70");
        zero.mark("II.3", "0");

        // Then
        assertThat(unmarked.score().outcome()).isEqualTo(Score.Outcome.INSUFFICIENT_DATA);
        assertThat(unmarked.score().missing()).containsExactly("I.2", "II.3");
        assertThat(zero.score().rated().exact()).isEqualTo(Fraction.of(70));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "0.9999", "12", "100"})
    void shouldKeepEveryShareBetweenZeroAndOne(String completed) {
        // When
        var score = Inputs.of("VN-VC-2026")
                .group("GENERAL", "30")
                .product(new Tasks.Product(
                        "P1",
                        new BigDecimal("4.5"),
                        new BigDecimal("0.7"),
                        new BigDecimal(completed),
                        new ArrayList<>()))
                .score();

        // Then
        assertThat(new BigDecimal(score.rated().points().toPlainString()))
                .isBetween(new BigDecimal("30"), new BigDecimal("100"));
    }

    private static Inputs leader() {
        return Inputs.of("VN-CC-2026").head().group("GENERAL", "28").product("P1", 1, 1, 0, 0);
    }

    static Step step(Score score, Step.Code code) {
        return score.explanation().steps().stream()
                .filter(step -> step.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static String result(Score score, Step.Code code) {
        return step(score, code).result();
    }
}
