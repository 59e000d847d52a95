package vn.gov.hanoi.selection.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.JsonSchemas;

class ConditionSetsTest {
    private static final Path FILES = Path.of("src/main/resources/conditions");

    @ParameterizedTest
    @ValueSource(strings = {"VN-LEADER.yaml", "HN-LEADER-EXTENDED.yaml"})
    void shouldFitTheirSchema(String file) throws IOException {
        // Given
        var schema = JsonSchemas.of(Files.readString(FILES.resolve("condition-set.schema.json")));
        var set = new YAMLMapper().readTree(Files.readString(FILES.resolve(file)));

        // Then
        assertThat(schema.validate(set.toString(), InputFormat.JSON)).isEmpty();
        ((com.fasterxml.jackson.databind.node.ObjectNode) set).put("remark", "nobody reads it");
        assertThat(schema.validate(set.toString(), InputFormat.JSON)).hasSize(1);
    }

    @Test
    void shouldAskTheDefaultSetOfEveryCandidateAndTheExtendedOneForMore() {
        // When
        var sets = ConditionSets.shipped();
        var standard = sets.on("VN-LEADER", LocalDate.of(2026, 11, 1)).orElseThrow();
        var extended = sets.on("HN-LEADER-EXTENDED", LocalDate.of(2026, 11, 1)).orElseThrow();

        // Then
        assertThat(standard.conditions())
                .extracting(Condition::code)
                .containsExactly(
                        "WORKS_IN_UNIT",
                        "PLANNING_LIST",
                        "NOMINATION",
                        "PARTY_CONSENT",
                        "ANNUAL_LEVELS",
                        "NO_ANNUAL_FAILURE",
                        "NO_MONTH_FAILURE",
                        "NO_DISCIPLINE",
                        "NOT_UNDER_EXAMINATION",
                        "WORKING_TIME_LEFT",
                        "PERSONAL_FILE",
                        "ASSET_DECLARATION",
                        "HEALTH");
        assertThat(extended.conditions())
                .startsWith(standard.conditions().toArray(Condition[]::new))
                .hasSize(17);
        // Where the law leaves no room nobody decides otherwise.
        assertThat(extended.conditions())
                .filteredOn(Condition::overridable)
                .extracting(Condition::confidence)
                .containsOnly("ASSUMED", "LAW");
        assertThat(standard.conditions())
                .filteredOn(each -> each.overridable() && each.confidence().equals("LAW"))
                .extracting(Condition::code)
                .containsExactly("HEALTH");
    }

    @Test
    void shouldNotBeChosenBeforeTheGuidance() {
        // Given
        var sets = ConditionSets.shipped();

        // Then
        assertThat(sets.on("VN-LEADER", LocalDate.of(2017, 5, 8))).isEmpty();
        assertThat(sets.on("VN-LEADER", LocalDate.of(2017, 5, 9))).isPresent();
        assertThat(sets.on("VN-NONE", LocalDate.of(2026, 5, 9))).isEmpty();
    }

    @Test
    void shouldRefuseConditionsWithoutParametersOrBasis() {
        // Given
        var title = new Condition.Title("x", "x");

        // Then
        for (var rule : List.of(
                Condition.Rule.DOCUMENT,
                Condition.Rule.ANNUAL_LEVELS,
                Condition.Rule.NO_ANNUAL_LEVEL,
                Condition.Rule.NO_MONTH_GRADE,
                Condition.Rule.NOT_BANNED,
                Condition.Rule.WORKING_TIME_LEFT,
                Condition.Rule.AGE,
                Condition.Rule.TIME_IN_POST)) {
            assertThatThrownBy(() -> new Condition("X", rule, title, "law", "LAW", false, null, null))
                    .as(rule.name())
                    .hasMessageContaining("X");
        }
        var works = new Condition("X", Condition.Rule.WORKS_WITHIN, title, "law", "LAW", false, null, null);
        assertThatThrownBy(() -> new ConditionSet(
                        "S", 1, title, LocalDate.of(2020, 1, 1), null, List.of(), "none", List.of(works)))
                .hasMessageContaining("X");
    }

    /** Annex I of Decree 135/2020: months of birth at the edges of its rows. */
    @ParameterizedTest
    @CsvSource({
        "1960-12-31, MALE, 2020-12-31",
        "1961-01-01, MALE, 2021-04-01",
        "1961-09-30, MALE, 2021-12-30",
        "1961-10-01, MALE, 2022-04-01",
        "1966-04-01, MALE, 2028-04-01",
        "1966-03-31, MALE, 2027-12-31",
        "1985-05-17, MALE, 2047-05-17",
        "1965-12-31, FEMALE, 2020-12-31",
        "1966-01-01, FEMALE, 2021-05-01",
        "1966-08-31, FEMALE, 2021-12-31",
        "1966-09-01, FEMALE, 2022-05-01",
        "1975-05-01, FEMALE, 2035-05-01",
        "1985-05-17, FEMALE, 2045-05-17"
    })
    void shouldKnowWhenSomebodyReachesTheAge(LocalDate birthDate, Sex sex, LocalDate expected) {
        assertThat(ConditionSets.shipped().retirement().reachedOn(birthDate, sex))
                .isEqualTo(expected);
    }
}
