package vn.gov.hanoi.training.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Bits as the standard writes them. */
class StatusListTest {
    /** The least list of the standard, with no bit set and with the first and the last. */
    @Test
    void shouldPutTheFirstPlaceLeftMost() throws IOException {
        // Given
        byte[] plain = new byte[16_384];
        plain[0] = (byte) 0x80;
        plain[16_383] = 1;
        var bits = new BitSet();
        bits.set(0);
        bits.set(131_071);

        // When
        var encoded = StatusList.encode(bits);

        // Then
        assertThat(StatusList.decode(packed(plain))).isEqualTo(bits);
        assertThat(encoded).startsWith("uH4sI").doesNotContain("=");
        assertThat(StatusList.encode(bits)).isEqualTo(encoded);
    }

    @Property(tries = 20)
    void shouldReadBackWhatItWrote(@ForAll @Size(max = 50) List<@IntRange(max = 131_071) Integer> places) {
        var bits = new BitSet();
        places.forEach(bits::set);
        assertThat(StatusList.decode(StatusList.encode(bits))).isEqualTo(bits);
    }

    @Test
    void shouldRefuseListsOfAnotherSize() throws IOException {
        for (int size : List.of(0, 16_383, 16_385, 5_000_000)) {
            var other = packed(new byte[size]);
            assertThatThrownBy(() -> StatusList.decode(other)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> StatusList.decode("uAAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String packed(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        }
        return "u" + SigningKey.base64(out.toByteArray());
    }
}
