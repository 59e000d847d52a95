package vn.gov.hanoi.kernel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.seal.Sealer;

class FeedPositionsTest {
    private static final Sealer SEALER = new Sealer(Base64.getEncoder().encodeToString(new byte[32]));

    private final FeedPositions positions = new FeedPositions(SEALER, "training");

    @Property(tries = 100)
    void shouldReadWhatItWroteAndNothingElse(
            @ForAll @LongRange(min = 0) long position, @ForAll @IntRange(max = 47) int place) {
        // When
        var text = positions.text(position);
        var altered = new StringBuilder(text);
        altered.setCharAt(place, text.charAt(place) == 'A' ? 'B' : 'A');

        // Then
        assertThat(text).hasSize(48);
        assertThat(positions.read(text, "after")).isEqualTo(position);
        assertInvalid(altered.toString(), positions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "42", "not a position", "....", "AAAA", "ÄÖ", "%00"})
    void shouldRefuseWhatItDidNotWrite(String text) {
        assertInvalid(text, positions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluation", "selection"})
    void shouldRefusePositionsOfOtherServices(String service) {
        assertInvalid(positions.text(7), new FeedPositions(SEALER, service));
    }

    private static void assertInvalid(String text, FeedPositions reader) {
        assertThatThrownBy(() -> reader.read(text, "after")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused).hasMessage("events.position-invalid");
        });
    }
}
