package vn.gov.hanoi.selection.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A lot that everybody can draw again. */
class LotTest {
    @Property(tries = 10_000)
    void shouldOrderThoseWhoTakePartByTheSeedAlone(@ForAll @IntRange(max = 12) int many, @ForAll Random random)
            throws NoSuchAlgorithmException {
        // Given
        var lot = Lot.of(many);
        var taking = new ArrayList<>(lot.codes().subList(0, random.nextInt(many + 1)));
        Collections.shuffle(taking, random);

        // When
        var order = lot.order(taking);

        // Then
        assertThat(lot.codes())
                .hasSize(many)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("\\d{6}"));
        assertThat(lot.shuffled()).containsExactlyInAnyOrderElementsOf(lot.codes());
        assertThat(order).containsExactlyInAnyOrderElementsOf(taking);
        for (int i = 1; i < order.size(); i++) {
            assertThat(digest(lot.seed(), order.get(i - 1))).isLessThan(digest(lot.seed(), order.get(i)));
        }
        assertThat(new Lot(lot.shuffled(), lot.seed()).order(lot.codes()))
                .startsWith(lot.order(lot.codes()).toArray(String[]::new));
    }

    private static String digest(String seed, String code) throws NoSuchAlgorithmException {
        var bytes = new ArrayList<Byte>();
        for (byte each : HexFormat.of().parseHex(seed)) {
            bytes.add(each);
        }
        for (byte each : code.getBytes(StandardCharsets.US_ASCII)) {
            bytes.add(each);
        }
        var all = new byte[bytes.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = bytes.get(i);
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
    }

    @Test
    void shouldNotBeAnotherLotThanTheOneThatWasCommittedTo() {
        // Given
        var lot = Lot.of(3);

        // When
        var commitment = Commitment.to(lot);

        // Then
        assertThat(commitment.fits(new Lot(lot.shuffled(), lot.seed()))).isTrue();
        assertThat(commitment.fits(new Lot(lot.codes().subList(0, 2), lot.seed())))
                .isFalse();
        assertThat(commitment.fits(new Lot(lot.codes(), Lot.of(0).seed()))).isFalse();
        assertThat(lot.order(List.of("no code"))).isEmpty();
        assertThat(CanonicalJson.write(new Lot(List.of("2", "1"), "ab")))
                .isEqualTo("{\"codes\":[\"1\",\"2\"],\"seed\":\"ab\"}");
    }
}
