package vn.gov.hanoi.kernel.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A trial says what the real answer would say. */
class DryRunTest {
    private record Plain(int value) {}

    private record Telling(List<Effect> effects) implements Effective, Warned {
        @Override
        public List<String> warningCodes() {
            return List.of("unit.name-similar");
        }
    }

    @Test
    void shouldTellTheEffectsAndWarningsOfAnAnswerThatHasThem() {
        // Given
        var effect = new Effect("units/1", "RENAMED", Map.of("name", "A"), Map.of("name", "B"));

        // When
        var plain = DryRun.of(new Plain(1));
        var telling = DryRun.of(new Telling(List.of(effect)));

        // Then
        assertThat(plain).isEqualTo(new DryRun(true, List.of(), List.of()));
        assertThat(telling).isEqualTo(new DryRun(true, List.of("unit.name-similar"), List.of(effect)));
    }
}
