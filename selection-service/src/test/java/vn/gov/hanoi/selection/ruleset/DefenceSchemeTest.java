package vn.gov.hanoi.selection.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.selection.ruleset.DefenceScheme.Criterion;
import vn.gov.hanoi.selection.ruleset.DefenceScheme.Names;

/** What a member marks. */
class DefenceSchemeTest {
    @Test
    void shouldBeInForceFromADayOn() {
        // When
        var scheme = DefenceScheme.on("HN-DEFENCE", LocalDate.of(2017, 5, 9)).orElseThrow();

        // Then
        assertThat(scheme.criteria()).allSatisfy(each -> {
            assertThat(each.names().vi()).isNotBlank();
            assertThat(each.names().en()).isNotBlank();
            assertThat(each.mostPoints()).isPositive();
        });
        assertThat(DefenceScheme.on("HN-DEFENCE", LocalDate.of(2017, 5, 8))).isEmpty();
        assertThat(DefenceScheme.on("HN-NONE", LocalDate.of(2020, 1, 1))).isEmpty();
        assertThat(DefenceRules.isComplete(Map.of("RANKING_RULE", "SUM"))).isFalse();
    }

    @Test
    void shouldMakeAHundredPointsOfDifferentCriteria() {
        assertThatThrownBy(() -> scheme(criterion("PLAN", "60"), criterion("ACTION", "39.99")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scheme(criterion("PLAN", "50"), criterion("PLAN", "50")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(scheme(criterion("PLAN", "99.99"), criterion("ACTION", "0.01"))
                        .criteria())
                .hasSize(2);
    }

    private static DefenceScheme scheme(Criterion... criteria) {
        return new DefenceScheme("X", 1, LocalDate.of(2020, 1, 1), null, "X", true, List.of(criteria));
    }

    private static Criterion criterion(String code, String most) {
        return new Criterion(code, new Names("Kế hoạch", "Plan"), new BigDecimal(most));
    }
}
