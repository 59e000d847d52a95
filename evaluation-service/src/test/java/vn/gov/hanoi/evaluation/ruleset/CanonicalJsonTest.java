package vn.gov.hanoi.evaluation.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private record Person(String name, BigDecimal points, boolean head) {}

    @Test
    void shouldWriteTextsAsTheyAreAndEscapeOnlyWhatMustBe() {
        assertThat(CanonicalJson.of(List.of("Nguyễn Thị Đào €", "a\"b\\c", "\b\f\n\r\t\u0001\u001f", "\uD83D\uDE00x")))
                .isEqualTo(
                        "[\"Nguyễn Thị Đào €\",\"a\\\"b\\\\c\",\"\\b\\f\\n\\r\\t\\u0001\\u001f\",\"\uD83D\uDE00x\"]");
    }

    @Test
    void shouldSortMembersAndSetsAndWriteDecimalsAtFullScale() {
        assertThat(CanonicalJson.of(
                        Map.of("z", new Person("An", new BigDecimal("4.5"), true), "é", Set.of("b", "a"), "a", 7)))
                .isEqualTo("{\"a\":7,\"z\":{\"head\":true,\"name\":\"An\",\"points\":\"4.5000\"},\"é\":[\"a\",\"b\"]}");
    }

    @Test
    void shouldHashTheTextThatItWrites() {
        var value = List.of("Hà Nội", "x".repeat(10_000), BigDecimal.TEN);
        assertThat(CanonicalJson.digest(value)).isEqualTo(CanonicalJson.sha256(CanonicalJson.of(value)));
    }

    @Test
    void shouldWriteEveryDecimalWithFourPlacesOrAllThatItHas() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var value = new BigDecimal(new BigInteger(random.nextInt(70), random), random.nextInt(9) - 2);
            var signed = random.nextBoolean() ? value : value.negate();
            var plain = signed.stripTrailingZeros();
            assertThat(CanonicalJson.decimal(signed))
                    .isEqualTo(plain.setScale(Math.max(4, plain.scale())).toPlainString());
        }
    }

    @Test
    void shouldWriteARepeatedTextLikeAnyOther() {
        var twice = "Quyết định \"số\" 1";
        CanonicalJson.Canonical repeating = out ->
                out.repeated("a", twice).repeated("b", twice).repeated("c", "x").repeated("d", twice);
        assertThat(CanonicalJson.of(repeating))
                .isEqualTo(CanonicalJson.of(Map.of("a", twice, "b", twice, "c", "x", "d", twice)));
    }
}
