package vn.gov.hanoi.selection.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RoundRulesTest {
    private static final Map<String, String> VALUES = Map.of(
            "ELIGIBILITY_DAYS", "15",
            "ELIGIBILITY_DAYS_MANY", "30",
            "CALL_WORKING_DAYS", "5",
            "FIRST_ROUND_DAYS", "45",
            "DAYS_OFF", "2026-04-30,2026-05-01",
            "APPEAL_DAYS", "30",
            "RETENTION_MONTHS", "12",
            "TERM_MONTHS", "60");
    private static final RoundRules RULES = RoundRules.from(VALUES);

    @Example
    void shouldNotBeCompleteWithoutOneOfItsValues() {
        for (var code : VALUES.keySet()) {
            var values = new HashMap<>(VALUES);
            values.remove(code);
            assertThat(RoundRules.isComplete(values)).as(code).isFalse();
        }
        assertThat(RoundRules.isComplete(VALUES)).isTrue();
    }

    @Example
    void shouldCallFiveWorkingDaysBeforeAndLeaveOutDaysOff() {
        // Monday 27/04/2026: 28, 29, then the holidays and the weekend, 4, 5, 6 May.
        assertThat(RULES.earliestExam(LocalDate.of(2026, 4, 27))).isEqualTo(LocalDate.of(2026, 5, 6));
        // A week without a day off; from a Friday and from the Sunday after it.
        assertThat(RULES.earliestExam(LocalDate.of(2026, 3, 6))).isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(RULES.earliestExam(LocalDate.of(2026, 3, 8))).isEqualTo(LocalDate.of(2026, 3, 13));
    }

    @Property(tries = 2_000)
    void shouldLeaveExactlyTheWorkingDaysOfTheCall(@ForAll @IntRange(max = 2_000) int days) {
        // Given
        var listOn = LocalDate.of(2025, 1, 1).plusDays(days);

        // When
        var exam = RULES.earliestExam(listOn);

        // Then
        long working = listOn.plusDays(1)
                .datesUntil(exam.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .filter(day -> !day.equals(LocalDate.of(2026, 4, 30)) && !day.equals(LocalDate.of(2026, 5, 1)))
                .count();
        assertThat(working).isEqualTo(5);
        assertThat(exam.getDayOfWeek().getValue()).isLessThan(6);
    }

    @Example
    void shouldKeepDataThroughAppealAndRetention() {
        assertThat(RULES.purgeOn(LocalDate.of(2026, 1, 31))).isEqualTo(LocalDate.of(2027, 3, 3));
        assertThat(RULES.latestList(LocalDate.of(2026, 1, 31))).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(RULES.latestExam(LocalDate.of(2026, 1, 31))).isEqualTo(LocalDate.of(2026, 3, 17));
    }
}
