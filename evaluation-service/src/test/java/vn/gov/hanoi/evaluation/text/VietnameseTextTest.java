package vn.gov.hanoi.evaluation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseTextTest {
    private static final List<String> LETTERS = List.of(
            "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p", "q",
            "r", "s", "t", "u", "ư", "v", "x", "y");
    private static final List<String> TONES = List.of("a", "à", "ả", "ã", "á", "ạ");

    @Test
    void shouldOrderTheTwentyNineLettersOfTheAlphabet() {
        assertThat(shuffled(LETTERS, VietnameseText::orderKey)).isEqualTo(LETTERS);
    }

    @Test
    void shouldOrderTheSixTonesOfEveryVowel() {
        for (var vowel : List.of("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")) {
            var toned = TONES.stream()
                    .map(tone -> Normalizer.normalize(tone, Normalizer.Form.NFD).replace("a", vowel))
                    .map(VietnameseText::nfc)
                    .toList();
            assertThat(shuffled(toned, VietnameseText::orderKey)).isEqualTo(toned);
        }
    }

    @Test
    void shouldLetLettersDecideBeforeTonesAndShortBeforeLong() {
        // Given
        var words = List.of("ho", "hò", "hoa", "hòa", "hoan", "hoạn", "hô", "hồ", "hơ");

        // Then
        assertThat(shuffled(words, VietnameseText::orderKey)).isEqualTo(words);
    }

    @Test
    void shouldOrderWordByWord() {
        // Given
        var names = List.of("Ban", "Ban Tổ chức", "Ban Tuyên giáo", "Bàn", "Bàn An", "Phòng 2", "Phòng Nội vụ");

        // Then
        assertThat(shuffled(names, VietnameseText::orderKey)).isEqualTo(names);
    }

    @Test
    void shouldOrderPersonsByGivenNameFirst() {
        // Given
        var persons = List.of(
                "An",
                "Nguyễn An",
                "Nguyễn Thị An",
                "Nguyễn Văn An",
                "Trần An",
                "Lê Ân",
                "Lê Bảo",
                "Phạm Thị Dung",
                "Phạm Thị Đông");

        // Then
        assertThat(shuffled(persons, VietnameseText::personKey)).isEqualTo(persons);
    }

    @ParameterizedTest
    @CsvSource({
        "Đặng Thị Hồng, dang thi hong",
        "ĐÀO, dao",
        "Ủy ban nhân dân, uy ban nhan dan",
        "Ưu tiên, uu tien",
        "'  Sở   Nội vụ ', so noi vu",
        "Kpă H'Nhi, kpa h'nhi",
        "'', ''"
    })
    void shouldFoldForSearch(String text, String folded) {
        assertThat(VietnameseText.fold(text)).isEqualTo(folded);
        assertThat(VietnameseText.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(folded);
    }

    @Test
    void shouldFoldTheSameInEveryLocaleOfTheMachine() {
        // Given
        var before = Locale.getDefault();

        // When
        Locale.setDefault(Locale.of("tr"));
        var folded = VietnameseText.fold("BÌNH");
        Locale.setDefault(before);

        // Then
        assertThat(folded).isEqualTo("binh");
    }

    @Property
    void shouldGiveOneKeyToBothFormsOfAName(@ForAll("names") String name) {
        var decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
        assertThat(VietnameseText.nfc(decomposed)).isEqualTo(name);
        assertThat(VietnameseText.orderKey(decomposed)).isEqualTo(VietnameseText.orderKey(name));
        assertThat(VietnameseText.personKey(decomposed)).isEqualTo(VietnameseText.personKey(name));
    }

    @Property
    void shouldFindEveryNameByItselfTypedWithoutMarks(@ForAll("names") String name) {
        var folded = VietnameseText.fold(name);
        assertThat(folded).matches("[a-z ]+");
        assertThat(VietnameseText.fold(folded)).isEqualTo(folded);
        assertThat(VietnameseText.fold(name.toUpperCase(Locale.ROOT))).isEqualTo(folded);
    }

    @Property
    void shouldGiveDifferentNamesDifferentKeys(@ForAll("names") String one, @ForAll("names") String other) {
        assertThat(VietnameseText.orderKey(one).equals(VietnameseText.orderKey(other)))
                .isEqualTo(one.equals(other));
    }

    /** Words of one vowel with a tone between consonants: the shape of a syllable, so that a tone has one place. */
    @Provide
    Arbitrary<String> names() {
        var vowels = Arbitraries.of("aăâeêioôơuưy".split(""));
        var tones = Arbitraries.of("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323");
        var consonants = Arbitraries.of("", "b", "đ", "d", "ng", "th", "tr");
        var words = net.jqwik.api.Combinators.combine(consonants, vowels, tones, consonants)
                .as((first, vowel, tone, last) -> VietnameseText.nfc(first + vowel + tone + last));
        return words.list().ofMinSize(1).ofMaxSize(4).map(list -> String.join(" ", list));
    }

    private static List<String> shuffled(List<String> texts, java.util.function.Function<String, String> key) {
        var mixed = new ArrayList<>(texts);
        Collections.shuffle(mixed, new Random(7));
        mixed.sort(Comparator.comparing(key));
        return mixed;
    }
}
