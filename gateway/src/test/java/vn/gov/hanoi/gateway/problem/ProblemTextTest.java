package vn.gov.hanoi.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void shouldHaveTextsForExactlyTheProblemsThatExist(String language) throws IOException {
        // Given
        var expected = Arrays.stream(GatewayProblem.values())
                .flatMap(problem -> Stream.of(problem.code() + ".title", problem.code() + ".detail"))
                .collect(Collectors.toSet());

        // When
        var texts = texts(language);

        // Then
        assertThat(texts.stringPropertyNames()).isEqualTo(expected);
        assertThat(texts.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void shouldNameTheSameArgumentsInBothLanguages() throws IOException {
        // Given
        var vietnamese = texts("vi");
        var english = texts("en");

        // When Then
        for (var key : english.stringPropertyNames()) {
            assertThat(places(vietnamese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskForARepetitionOnlyWhenItCanHelp(GatewayProblem problem) {
        // When Then
        assertThat(problem.retryable())
                .isEqualTo(Stream.of(408, 502, 503, 504).anyMatch(status -> status == problem.status()));
    }

    private static String places(String text) {
        return text.replaceAll("[^{}]*(\\{\\w+})?[^{}]*", "$1");
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        var name = "/problems_" + language + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(ProblemTextTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
