package vn.gov.hanoi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void shouldTakeTheTimeThatSoManyPerCentDidNotPass() {
        // Given
        var nanos = LongStream.rangeClosed(1, 200)
                .map(each -> (201 - each) * 1_000_000)
                .toArray();

        // When
        var latencies = new Latencies(nanos);

        // Then
        assertThat(latencies.count()).isEqualTo(200);
        assertThat(latencies.millis(50)).isEqualTo(100);
        assertThat(latencies.millis(99)).isEqualTo(198);
        assertThat(latencies.cells()).isEqualTo("100.00 | 190.00 | 198.00 | 200.00");
    }

    @Test
    void shouldTakeTheOnlyTimeForEveryShare() {
        // When
        var latencies = new Latencies(new long[] {3_000_000});

        // Then
        assertThat(latencies.cells()).isEqualTo("3.00 | 3.00 | 3.00 | 3.00");
    }

    @Test
    void shouldRefuseToSpeakOfNothing() {
        // When / Then
        assertThatIllegalArgumentException().isThrownBy(() -> new Latencies(new long[0]));
    }
}
