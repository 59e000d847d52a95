package vn.gov.hanoi.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void shouldTellTheMedianAndTheEnds() {
        // When Then
        assertThat(Figures.of(3, 1, 2)).isEqualTo(new Figures(2, 1, 3));
        assertThat(Figures.of(4, 1, 2, 3)).isEqualTo(new Figures(2.5, 1, 4));
        assertThat(Figures.of(3, 1, 2).text("%.1f")).isEqualTo("2.0 (1.0-3.0)");
    }

    @Test
    void shouldBeAboveOnlyWithoutOverlap() {
        // When Then
        assertThat(Figures.of(5, 6).isAbove(Figures.of(3, 4))).isTrue();
        assertThat(Figures.of(5, 6).isAbove(Figures.of(3, 5))).isFalse();
    }
}
