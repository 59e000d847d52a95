package vn.gov.hanoi.evaluation.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
}
