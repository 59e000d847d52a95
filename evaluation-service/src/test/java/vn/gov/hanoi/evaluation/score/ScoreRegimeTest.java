package vn.gov.hanoi.evaluation.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.ruleset.RuleSubject;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** A regime that nobody has thought of is a file, not a program: other groups, bands, shares, errors and dates. */
class ScoreRegimeTest {
    private static final RuleSet INVENTED = RuleSetDocuments.read(RuleSetDocuments.text("XX-INVENTED-2031.yaml"));

    @Test
    void shouldBeChosenByItsDates() {
        // Given
        var all = RuleSetDocuments.SHIPPED.with(INVENTED);
        var subject = RuleSubject.of(Category.COMMUNE_PART_TIME, UnitType.COMMUNE);

        // When
        var chosen = all.select(subject, Period.month(YearMonth.of(2031, 5)));

        // Then
        assertThat(chosen).isEqualTo(INVENTED);
    }

    @ParameterizedTest
    @CsvSource({"40, 5, 5, 0, A", "34.9999, 5, 5, 0, B", "40, 5, 4, 0, B", "40, 10, 5, 5, C", "0, 5, 1, 0, D"})
    void shouldRateByItsOwnNumbers(String conduct, int assigned, int completed, int delays, Grade grade) {
        // When
        var score = Inputs.of(INVENTED)
                .group("CONDUCT", conduct)
                .product("P", assigned, completed, 0, delays)
                .score();

        // Then
        assertThat(score.rated().grade()).isEqualTo(grade);
    }

    @Test
    void shouldTakeHalfOffForAnErrorAndCountTwoForAProduct() {
        // When
        var score = Inputs.of(INVENTED)
                .group("CONDUCT", "40")
                .product("P", 1, 1, 5, 1)
                .bonus("B", "5")
                .score();

        // Then: 40 + (1 + 0 + 0.5) / 3 x 55 + 5
        assertThat(score.rated().exact()).hasToString("72.5000");
    }

    @Test
    void shouldHaveItsOwnCapRoundedUp() {
        assertThat(List.of(1, 4, 5, 10).stream()
                        .map(rated -> INVENTED.rules().excellenceCap().allowed(rated, true, false)))
                .containsExactly(1, 1, 2, 3);
        assertThat(INVENTED.rules().excellenceCap().raisedShare()).isNull();
        assertThat(INVENTED.rules().bonus().maximum()).isEqualByComparingTo(BigDecimal.valueOf(5));
    }
}
