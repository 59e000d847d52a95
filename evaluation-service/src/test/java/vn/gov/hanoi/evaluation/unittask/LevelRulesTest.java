package vn.gov.hanoi.evaluation.unittask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shares of the shipped rules, at their borders. */
class LevelRulesTest {
    /** On time, good and exceeded of 100 tasks of which some are late and the rest is not done. */
    @ParameterizedTest
    @CsvSource({
        "100, 0, 80, 50, A",
        "80, 20, 80, 50, A",
        "80, 20, 80, 49, B",
        "80, 20, 79, 50, C",
        "99, 0, 99, 99, C",
        "70, 1, 70, 0, C",
        "70, 0, 70, 0, none",
        "50, 0, 50, 0, none",
        "49, 0, 49, 0, D",
        "0, 0, 0, 0, D"
    })
    void shouldSuggestByTheBordersOfTheShares(int onTime, int late, int good, int exceeded, String level) {
        // Given
        var counts = new TaskCounts(
                tally(100),
                tally(onTime),
                tally(late),
                tally(100 - onTime - late),
                Tally.NONE,
                tally(good),
                tally(good),
                tally(exceeded));

        // When
        var suggested = LevelRules.shipped().suggest(counts);

        // Then
        assertThat(suggested.map(Enum::name).orElse("none")).isEqualTo(level);
    }

    @Test
    void shouldSuggestNothingWhereNothingCounts() {
        assertThat(LevelRules.shipped().suggest(TaskCounts.NONE)).isEmpty();
        assertThat(LevelRules.shipped().legalCheck().isDone()).isFalse();
    }

    @Test
    void shouldRefuseALevelThatRestsOnNothingAndAMisspeltKey() {
        assertThatThrownBy(() -> LevelRules.parse("""
                {id: X, version: 1, title: {vi: a, en: b}, legalBasis: [], legalCheck: {},
                 levels: [{level: A, basis: none, confidence: LAW, conditions: []}]}""")).hasMessageContaining("rests on nothing");
        assertThatThrownBy(() -> LevelRules.parse("{id: X, version: 1, legalBasis: [], levels: [], levles: []}"))
                .hasMessageContaining("levles");
    }

    private static Tally tally(int number) {
        return new Tally(number, BigDecimal.valueOf(number));
    }
}
