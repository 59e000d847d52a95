package vn.gov.hanoi.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private final Properties vietnamese = read("vi");
    private final Properties english = read("en");

    @Test
    void shouldHaveTextsForExactlyTheProblemsThereAre() {
        // When
        var expected = Arrays.stream(GatewayProblem.values())
                .flatMap(problem -> Stream.of(problem.code() + ".title", problem.code() + ".detail"))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(vietnamese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void shouldSayTheSameInBothLanguages() {
        // When Then
        for (var key : english.stringPropertyNames()) {
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(vietnamese.getProperty(key)).as(key).isNotBlank().isNotEqualTo(english.getProperty(key));
            assertThat(places(vietnamese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void shouldGiveEachProblemACodeOfItsOwn() {
        // When
        var codes = Arrays.stream(GatewayProblem.values()).map(GatewayProblem::code);

        // Then
        assertThat(codes)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("(gateway|auth|caller|dossier)\\.[a-z]+(-[a-z]+)*"));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties read(String language) {
        var texts = new Properties();
        var name = "/problems_" + language + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(ProblemTextTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }
}
