package vn.gov.hanoi.selection.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class WrittenRulesTest {
    public static final Map<String, String> VALUES = Map.of(
            "WRITTEN_MINUTES", "180",
            "WRITTEN_MAXIMUM", "100",
            "WRITTEN_PASS_MARK", "50",
            "WRITTEN_SPREAD_PERCENT", "10",
            "WRITTEN_THIRD_MARK", "NEAREST_TWO",
            "WRITTEN_LATE_MINUTES", "30",
            "WRITTEN_DEDUCTIONS", "REPRIMAND:25,WARNING:50,SUSPENSION:100",
            "OBJECTION_DAYS", "15",
            "REMARK_DAYS", "15");
    private static final WrittenRules RULES = WrittenRules.from(VALUES);

    @ParameterizedTest
    @CsvSource({
        "70, 80, 75.00, true",
        "70, 80.01, , false",
        "70, 80.00, 75.00, true",
        "0, 0, 0.00, false",
        "49.99, 50.00, 50.00, false",
        "50, 50, 50.00, true",
        "100, 89.99, , false"
    })
    void shouldAverageTwoMarkingsUpToTheSpread(String one, String other, String shown, boolean passes) {
        // When
        var mark = RULES.mark(List.of(new BigDecimal(one), new BigDecimal(other)));

        // Then
        assertThat(mark.map(each -> WrittenRules.shown(each).toPlainString())).isEqualTo(Optional.ofNullable(shown));
        assertThat(mark.filter(RULES::passes).isPresent()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({
        "40, 60, 58, NEAREST_TWO, 59.00",
        "40, 60, 50, NEAREST_TWO, 50.00",
        "40, 60, 20, NEAREST_TWO, 40.00",
        "40, 60, 41, NEAREST_TWO, 40.50",
        "40, 60, 90, NEAREST_TWO, 50.00",
        "40, 60, 58, THIRD_DECIDES, 58.00",
        "40, 60, 90, THIRD_DECIDES, 90.00"
    })
    void shouldLetTheThirdMarkingCountByTheRule(String one, String other, String third, ThirdMark rule, String shown) {
        // Given
        var values = new HashMap<>(VALUES);
        values.put("WRITTEN_THIRD_MARK", rule.name());

        // When
        var mark = WrittenRules.from(values)
                .mark(List.of(new BigDecimal(one), new BigDecimal(other), new BigDecimal(third)));

        // Then
        assertThat(mark.map(each -> WrittenRules.shown(each).toPlainString())).contains(shown);
    }

    /** The oracle counts in hundredths of hundredths of a point with whole numbers, and finds the nearest two by trying all pairs. */
    @Property(tries = 10_000)
    void shouldMarkAsWholeNumbersDo(
            @ForAll @IntRange(max = 10_000) int one,
            @ForAll @IntRange(max = 10_000) int other,
            @ForAll @IntRange(max = 10_000) int third,
            @ForAll boolean near) {
        // Given
        int second = near ? Math.clamp(one + other % 1001 - 500, 0, 10_000) : other;

        // When
        var two = RULES.mark(List.of(points(one), points(second)));
        var three = RULES.mark(List.of(points(one), points(second), points(third)));

        // Then
        assertThat(two.isPresent()).isEqualTo(Math.abs(one - second) <= 1000);
        two.ifPresent(mark -> assertThat(mark.multiply(BigDecimal.valueOf(200)))
                .isEqualByComparingTo(BigDecimal.valueOf(one + second)));
        assertThat(three.orElseThrow().multiply(BigDecimal.valueOf(600)))
                .isEqualByComparingTo(BigDecimal.valueOf(oracle(one, second, third)));
        assertThat(RULES.mark(List.of(points(second), points(one)))).isEqualTo(two);
        assertThat(RULES.mark(List.of(points(third), points(second), points(one)))
                        .orElseThrow())
                .isEqualByComparingTo(three.orElseThrow());
    }

    /** Six hundred times the mark. */
    private static long oracle(int a, int b, int c) {
        int ab = Math.abs(a - b);
        int bc = Math.abs(b - c);
        int ac = Math.abs(a - c);
        int least = Math.min(ab, Math.min(bc, ac));
        long pairs = (ab == least ? 1 : 0) + (bc == least ? 1 : 0) + (ac == least ? 1 : 0);
        if (pairs != 1 && least != 0) {
            return 2L * (a + b + c);
        }
        if (pairs == 3) {
            return 6L * a;
        }
        return ab == least ? 3L * (a + b) : bc == least ? 3L * (b + c) : 3L * (a + c);
    }

    @Property(tries = 10_000)
    void shouldDeductExactlyAndPassByTheExactMark(
            @ForAll @IntRange(max = 10_000) int one,
            @ForAll @IntRange(max = 10_000) int other,
            @ForAll @IntRange(max = 2) int violations) {
        // Given
        int percent = RULES.deduction(
                List.of(Violation.REPRIMAND, Violation.REPRIMAND).subList(0, violations));
        var mean = points(one).add(points(other)).divide(BigDecimal.TWO);

        // When
        var mark = WrittenRules.deducted(mean, percent);

        // Then: twenty thousandths of a point
        long whole = (long) (one + other) * (100 - 25 * violations);
        assertThat(mark.multiply(BigDecimal.valueOf(20_000))).isEqualByComparingTo(BigDecimal.valueOf(whole));
        assertThat(RULES.passes(mark)).isEqualTo(whole >= 1_000_000);
        var cents = BigInteger.valueOf(whole + 100).divide(BigInteger.valueOf(200));
        assertThat(WrittenRules.shown(mark)).isEqualByComparingTo(new BigDecimal(cents, 2));
    }

    private static BigDecimal points(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    @Test
    void shouldExcludeBySuspensionOrByTwoWarnings() {
        assertThat(RULES.excludes(List.of())).isFalse();
        assertThat(RULES.excludes(List.of(Violation.REPRIMAND, Violation.WARNING)))
                .isFalse();
        assertThat(RULES.excludes(List.of(Violation.SUSPENSION))).isTrue();
        assertThat(RULES.excludes(List.of(Violation.WARNING, Violation.WARNING)))
                .isTrue();
        assertThat(RULES.deduction(List.of(Violation.SUSPENSION, Violation.WARNING)))
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-17, 2026-04-01",
        "2026-03-05, 2026-03-20, 2026-04-06",
        "2026-03-06, 2026-03-23, 2026-04-07",
        "2026-01-31, 2026-02-23, 2026-03-10",
        "2026-02-02, 2026-02-23, 2026-03-10",
        "2026-02-06, 2026-02-23, 2026-03-10",
        "2026-01-29, 2026-02-13, 2026-03-02"
    })
    void shouldEndTimesOnWorkingDaysAlsoAroundTet(LocalDate published, LocalDate objections, LocalDate remark) {
        // Given
        var tet = Set.of(
                LocalDate.of(2026, 2, 16),
                LocalDate.of(2026, 2, 17),
                LocalDate.of(2026, 2, 18),
                LocalDate.of(2026, 2, 19),
                LocalDate.of(2026, 2, 20));

        // Then
        assertThat(RULES.objectionsUntil(published, tet)).isEqualTo(objections);
        assertThat(RULES.remarkUntil(published, tet)).isEqualTo(remark);
    }

    @Test
    void shouldNotBeCompleteWithoutOneOfItsValues() {
        for (var code : VALUES.keySet()) {
            // Given
            var values = new HashMap<>(VALUES);
            values.remove(code);

            // Then
            assertThat(WrittenRules.isComplete(values)).as(code).isFalse();
            assertThatThrownBy(() -> WrittenRules.from(values)).hasMessage(code);
        }
        assertThat(WrittenRules.isComplete(VALUES)).isTrue();
    }
}
