package vn.gov.hanoi.evaluation.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.quota.QuotaMember.Standing;

/** Vectors of sections 4.3 and 5.4 of the domain. */
class QuotaVectorTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "3, 0", "4, 1", "6, 1", "7, 2", "10, 3", "30, 9", "33, 9", "161000, 48300"})
    void shouldAllowThirtyPercentOfTheRatedInAMonth(int rated, int allowed) {
        // When
        var check = Groups.check(Groups.MONTHLY, null, 0, 0, rated);

        // Then
        assertThat(check.allowances().getFirst().allowed()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 1", "5, 2", "10, 4", "33, 13"})
    void shouldAllowFortyPercentWithADecision(int rated, int allowed) {
        // When
        var check = Groups.check(Groups.MONTHLY, "5405/QĐ-UBND", 0, rated, 0);

        // Then
        assertThat(check.allowances().getFirst().allowed()).isEqualTo(allowed);
    }

    @Test
    void shouldLeaveOutWhoIsNotRated() {
        // Given
        var people = new ArrayList<>(Groups.people("u", 0, 0, 9));
        people.add(Groups.other("x", Standing.NOT_RATED, "u"));

        // When
        var check = new QuotaCheck(Groups.MONTHLY, new QuotaCase(List.of(Groups.unit("u")), people, null));

        // Then
        assertThat(check.allowances().getFirst().rated()).isEqualTo(9);
        assertThat(check.allowances().getFirst().allowed()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        // N, raised, by GOOD_ONLY, by GOOD_OR_BETTER
        "30, false, 5, 6",
        "30, true, 6, 7",
        "5, false, 0, 1",
        "6, false, 1, 1",
        "4, true, 0, 1",
        "5, true, 1, 1",
        "0, false, 0, 0",
        "36, false, 6, 7",
        "35, false, 5, 7"
    })
    void shouldShowBothReadingsOfTheAnnualCap(int goodOrBetter, boolean raised, int goodOnly, int goodOrBetterReading) {
        // When
        var check = Groups.check(Groups.ANNUAL, raised ? "12/QĐ" : null, 0, goodOrBetter, 100);

        // Then
        var allowance = check.allowances().getFirst();
        assertThat(allowance.readings())
                .containsEntry(QuotaBasis.GOOD_ONLY, goodOnly)
                .containsEntry(QuotaBasis.GOOD_OR_BETTER, goodOrBetterReading)
                .hasSize(2);
        assertThat(allowance.binding()).isEqualTo(QuotaBasis.GOOD_ONLY);
        assertThat(allowance.allowed()).isEqualTo(goodOnly);
    }

    @Test
    void shouldBindTheOtherReadingIfTheRuleSaysSo() {
        // Given
        var rule = Groups.rule(QuotaBasis.GOOD_OR_BETTER, "0.20", "0.25", SmallUnitPolicy.NONE);

        // When
        var check = Groups.check(rule, null, 10, 20, 0);

        // Then
        assertThat(check.allowances().getFirst().allowed()).isEqualTo(6);
    }

    @Test
    void shouldNotRaiseARuleThatKnowsNoRaise() {
        // Given
        var rule = Groups.rule(QuotaBasis.RATED, "0.30", null, SmallUnitPolicy.NONE);

        // When
        var check = Groups.check(rule, "12/QĐ", 0, 0, 10);

        // Then
        assertThat(check.allowances().getFirst().allowed()).isEqualTo(3);
    }
}
