package vn.gov.hanoi.kernel.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {
    private static final Locale VI = Locale.of("vi");
    private static final Pattern PLACE = Pattern.compile("\\{\\w*}?");
    private static final Pattern ADVICE =
            Pattern.compile("(^|[.:] )(Ask|Check|Choose|Correct|Get|Name|Read|Remove|Repeat|Send|Start|Use) ");

    private final ProblemTexts texts = new ProblemTexts();

    @ParameterizedTest
    @EnumSource
    void shouldHaveBothTextsInBothLanguages(KernelProblem problem) {
        for (var locale : List.of(VI, Locale.ENGLISH)) {
            assertThat(texts.title(problem, locale))
                    .isNotEqualTo(problem.code() + ".title")
                    .isNotBlank();
            assertThat(texts.detail(problem, Map.of(), locale))
                    .isNotEqualTo(problem.code() + ".detail")
                    .endsWith(".");
        }
        assertThat(texts.title(problem, VI)).isNotEqualTo(texts.title(problem, Locale.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource
    void shouldNameTheSameFactsInBothLanguages(KernelProblem problem) {
        assertThat(places(texts.detail(problem, Map.of(), VI)))
                .isEqualTo(places(texts.detail(problem, Map.of(), Locale.ENGLISH)));
        assertThat(places(texts.title(problem, VI) + texts.title(problem, Locale.ENGLISH)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayWhatToDo(KernelProblem problem) {
        assertThat(texts.detail(problem, Map.of(), VI)).contains("Hãy ");
        assertThat(texts.detail(problem, Map.of(), Locale.ENGLISH)).containsPattern(ADVICE);
    }

    @Test
    void shouldHaveNoTextThatNoCodeUses() throws IOException {
        // Given
        var expected = Arrays.stream(KernelProblem.values())
                .flatMap(each -> List.of(each.code() + ".title", each.code() + ".detail").stream())
                .collect(Collectors.toSet());

        // Then
        assertThat(keys("vi")).isEqualTo(expected);
        assertThat(keys("en")).isEqualTo(expected);
    }

    @Test
    void shouldHaveStableDistinctCodesAndErrorStatuses() {
        assertThat(KernelProblem.values())
                .extracting(KernelProblem::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*"));
        assertThat(KernelProblem.values())
                .extracting(KernelProblem::status)
                .allMatch(status -> status >= 400 && status < 600);
    }

    @Test
    void shouldPutFactsIntoTheTextAsTheyAre() {
        // When
        var detail = texts.detail(
                KernelProblem.INVALID_PARAMETER, Map.of("name", "$1 \\ {expected}", "expected", 500), Locale.ENGLISH);

        // Then
        assertThat(detail).isEqualTo("The parameter $1 \\ {expected} cannot be read. Use one of this form: 500.");
    }

    @Test
    void shouldShowThePlaceOfAFactThatIsMissing() {
        assertThat(texts.detail(KernelProblem.UNKNOWN_PARAMETER, Map.of(), VI)).contains("{name}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en|en", "en-GB|en", "vi|vi", "vi-VN,en|vi", "en,vi|en", "fr,en|en", "fr,vi,en|vi", "fr|vi", "*|vi"
            })
    void shouldSpeakEnglishToThoseWhoPreferIt(String accepted, String spoken) {
        // Given
        var locales = new ArrayList<Locale>();
        for (var tag : accepted.split(",", -1)) {
            locales.add(tag.equals("*") ? Locale.of("*") : Locale.forLanguageTag(tag));
        }

        // Then
        assertThat(ProblemTexts.choose(locales).getLanguage()).isEqualTo(spoken);
        assertThat(ProblemTexts.choose(List.of()).getLanguage()).isEqualTo("vi");
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String language) throws IOException {
        var properties = new Properties();
        var file = KernelProblem.class.getResourceAsStream("/problems_" + language + ".properties");
        try (var reader = new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}
