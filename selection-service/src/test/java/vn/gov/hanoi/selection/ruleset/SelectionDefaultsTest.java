package vn.gov.hanoi.selection.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionDefaultsTest {
    private static final Map<String, String> VALUES = Map.of(
            "MINIMUM_CANDIDATES", "2",
            "MINIMUM_DOSSIER_DAYS", "20",
            "REQUIRED_MEDIA", "MASS_MEDIA,WEB_SITE",
            "UNIT_TYPES", "PUBLIC_UNIT,DIVISION");

    @ParameterizedTest
    @CsvSource({
        "2017-10-16, 2017-11-10, 25",
        "2020-09-11, 2020-10-25, 44",
        "2020-02-28, 2020-03-01, 2",
        "2020-03-01, 2020-03-01, 0",
        "2020-03-02, 2020-03-01, -1"
    })
    void shouldCountDossierDaysAsTheMinistriesDid(LocalDate from, LocalDate to, long days) {
        assertThat(SelectionDefaults.dossierDays(from, to)).isEqualTo(days);
    }

    @Test
    void shouldReadValuesByCode() {
        // When
        var defaults = SelectionDefaults.from(VALUES);

        // Then
        assertThat(defaults)
                .isEqualTo(new SelectionDefaults(
                        2, 20, Set.of(Medium.MASS_MEDIA, Medium.WEB_SITE), Set.of("DIVISION", "PUBLIC_UNIT")));
    }

    @Test
    void shouldNotBeCompleteWithoutOneOfItsValues() {
        for (var code : VALUES.keySet()) {
            // Given
            var values = new java.util.HashMap<>(VALUES);
            values.remove(code);

            // When
            boolean complete = SelectionDefaults.isComplete(values);

            // Then
            assertThat(complete).as("without " + code).isFalse();
            assertThatThrownBy(() -> SelectionDefaults.from(values)).hasMessage(code);
        }
        assertThat(SelectionDefaults.isComplete(VALUES)).isTrue();
    }

    @Test
    void shouldNameMissingMediaInFixedOrder() {
        // Given
        var defaults = new SelectionDefaults(2, 20, Set.of(Medium.values()), Set.of("DIVISION"));

        // When
        var missing = defaults.missingMedia(List.of(Medium.WEB_SITE));

        // Then
        assertThat(missing).containsExactly(Medium.MASS_MEDIA, Medium.NOTICE_BOARD);
    }

    @Test
    void shouldCoverOnlyUnitTypesOfThePilot() {
        // Given
        var defaults = SelectionDefaults.from(VALUES);

        // Then
        assertThat(defaults.coversUnitType("DIVISION")).isTrue();
        assertThat(defaults.coversUnitType("DEPARTMENT")).isFalse();
        assertThat(defaults.unitTypesText()).isEqualTo("DIVISION, PUBLIC_UNIT");
    }
}
