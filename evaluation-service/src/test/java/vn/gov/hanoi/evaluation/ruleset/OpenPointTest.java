package vn.gov.hanoi.evaluation.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a lawyer has to look at is found wherever it stands in a document of either kind. */
class OpenPointTest {
    @ParameterizedTest
    @MethodSource("vn.gov.hanoi.evaluation.ruleset.ShippedRuleSets#texts")
    void shouldFindEverySourceThatIsMarkedAndNoOther(String text) throws JsonProcessingException {
        // Given
        var document = new YAMLMapper().readTree(text);

        // When
        var points = RuleSetReader.openPoints(text);

        // Then
        var marked = document.findValues("source").stream()
                .filter(source -> source.path("legalCheck").asBoolean())
                .count();
        assertThat(points).isNotEmpty().doesNotHaveDuplicates().hasSize(Math.toIntExact(marked));
        assertThat(points).allSatisfy(point -> {
            var source = document.at(point.pointer()).path("source");
            assertThat(source.path("legalCheck").asBoolean())
                    .as(point.pointer())
                    .isTrue();
            assertThat(source.path("basis").asText()).isEqualTo(point.source().basis());
            assertThat(source.path("confidence").asText())
                    .isEqualTo(point.source().confidence().name());
        });
    }

    @ParameterizedTest
    @MethodSource("vn.gov.hanoi.evaluation.ruleset.ShippedRuleSets#texts")
    void shouldMarkEverythingThatIsAssumed(String text) throws JsonProcessingException {
        // Given
        var assumed = new YAMLMapper()
                .readTree(text).findValues("source").stream()
                        .filter(source -> source.path("confidence").asText().equals("ASSUMED"))
                        .count();

        // When
        var points = RuleSetReader.openPoints(text);

        // Then
        assertThat(points.stream().filter(point -> point.source().confidence() == Confidence.ASSUMED))
                .hasSize(Math.toIntExact(assumed));
    }

    @ParameterizedTest
    @MethodSource("vn.gov.hanoi.evaluation.ruleset.ShippedRuleSets#texts")
    void shouldReadTheHeadAlone(String text) {
        assertThat(RuleSetReader.header(text))
                .isEqualTo(new RuleSetReader().read(text).header());
    }
}
