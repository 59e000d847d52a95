package vn.gov.hanoi.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource({
        "Trưởng phòng Đào tạo, truong phong dao tao",
        "GIÁM ĐỐC TRUNG TÂM, giam doc trung tam",
        "Phó Hiệu trưởng, pho hieu truong",
        "Ủy ban, uy ban"
    })
    void shouldSearchVietnameseWithoutAccents(String text, String searchable) {
        assertThat(PlainText.searchable(text)).isEqualTo(searchable);
        assertThat(PlainText.searchable(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(searchable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202Eb", "a\u0000b", "a\nb", "a\uD800b", "a\u200Bb", "a\u2066b"})
    void shouldNotTakeWhatAReaderCannotSee(String text) {
        assertThat(text.matches(PlainText.VISIBLE)).isFalse();
        assertThat(text.matches(PlainText.CODE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" 1/QĐ", "1/QĐ ", " ", ""})
    void shouldNotTrimCodesForTheCaller(String text) {
        assertThat(text.matches(PlainText.CODE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "112/QĐ-SNV", "số 5"})
    void shouldTakeNumbersOfDecisions(String text) {
        assertThat(text.matches(PlainText.CODE)).isTrue();
    }

    @Property
    void shouldTidyOnce(@ForAll String text) {
        var tidy = PlainText.tidy(text);
        assertThat(PlainText.tidy(tidy)).isEqualTo(tidy);
    }
}
