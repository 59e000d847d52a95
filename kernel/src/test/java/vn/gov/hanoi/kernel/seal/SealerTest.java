package vn.gov.hanoi.kernel.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {
    private static final byte[] TEXT = "Trưởng phòng Tổ chức".getBytes(StandardCharsets.UTF_8);

    private final Sealer sealer = sealer(1);

    @Property
    void shouldOpenWhatItSealed(@ForAll byte[] plain, @ForAll String context) {
        assertThat(sealer.open(sealer.seal(plain, context), context)).hasValue(plain);
    }

    @Property
    void shouldNotOpenUnderAnotherContext(@ForAll byte[] plain, @ForAll String one, @ForAll String other) {
        // Given
        Assume.that(!Arrays.equals(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)));

        // Then
        assertThat(sealer.open(sealer.seal(plain, one), other)).isEmpty();
    }

    @Test
    void shouldNoticeEveryFlippedBit() {
        // Given
        var sealed = sealer.seal(TEXT, "answer");

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            // When
            var altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);

            // Then
            assertThat(sealer.open(altered, "answer")).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void shouldNoticeEveryCut() {
        // Given
        var sealed = sealer.seal(TEXT, "answer");

        for (int length = 0; length < sealed.length; length++) {
            assertThat(sealer.open(Arrays.copyOf(sealed, length), "answer"))
                    .as("cut to %d", length)
                    .isEmpty();
            assertThat(sealer.open(Arrays.copyOfRange(sealed, sealed.length - length, sealed.length), "answer"))
                    .as("last %d", length)
                    .isEmpty();
        }
    }

    @Property
    void shouldRefuseBytesThatNobodySealed(@ForAll @Size(max = 100) byte[] random) {
        assertThat(sealer.open(random, "answer")).isEmpty();
    }

    @Property(tries = 50)
    void shouldNotOpenWithAnotherKey(@ForAll @IntRange(min = 2, max = 255) int other) {
        assertThat(sealer(other).open(sealer.seal(TEXT, "answer"), "answer")).isEmpty();
    }

    @Test
    void shouldOpenInAnotherReplicaWithTheSameKey() {
        assertThat(sealer(1).open(sealer.seal(TEXT, "answer"), "answer")).hasValue(TEXT);
    }

    @Test
    void shouldNeverSealTheSameWayTwiceNorShowTheText() {
        // Given
        var seen = new HashSet<String>();

        for (int i = 0; i < 2_000; i++) {
            // When
            var sealed = sealer.seal(TEXT, "answer");

            // Then
            assertThat(seen.add(Base64.getEncoder().encodeToString(Arrays.copyOf(sealed, 12))))
                    .as("nonce is fresh")
                    .isTrue();
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(TEXT, StandardCharsets.ISO_8859_1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 24, 31, 33, 64})
    void shouldNotStartWithAKeyOfAnotherLength(int bytes) {
        assertThatThrownBy(() -> new Sealer(Base64.getEncoder().encodeToString(new byte[bytes])))
                .hasMessageContaining("congvu.sealing.key");
    }

    @Test
    void shouldNotStartWithAKeyThatIsNoBase64() {
        assertThatThrownBy(() -> new Sealer("not base64 at all!")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Sealer sealer(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return new Sealer(Base64.getEncoder().encodeToString(key));
    }
}
