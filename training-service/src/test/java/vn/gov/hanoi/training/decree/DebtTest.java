package vn.gov.hanoi.training.decree;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.training.decree.Debt.Loss;
import vn.gov.hanoi.training.decree.Debt.Step;

/** A debt is whole đồng, never below zero, never above the cost, and says how it was computed. */
class DebtTest {
    private static final String DECREE = "ND-171-2025";
    private static final long LARGEST = (1L << 53) - 1;
    private static final LocalDate DECIDED = LocalDate.of(2026, 8, 3);

    private static Debt debt(Trigger trigger, long cost, int committed, int served) {
        return debt(DegreeRules.shipped(), trigger, new Loss(cost, committed, served, 10, false));
    }

    private static Debt debt(DegreeRules rules, Trigger trigger, Loss loss) {
        var found = rules.compensation(DECREE).trigger(trigger).orElseThrow();
        return Debt.of(rules, DECREE, found, loss);
    }

    @Test
    void shouldComputeTheExampleOfTheFormula() {
        // When
        var debt = debt(Trigger.LEFT_BEFORE_END, 60_000_000, 48, 12);

        // Then
        assertThat(debt.amountVnd()).isEqualTo(45_000_000);
        assertThat(debt.steps())
                .containsExactly(new Step("REMAINING_MONTHS", "36"), new Step("ROUNDED_TO_DONG", "45000000"));
        assertThat(debt.legalBasis()).isEqualTo("171/2025/NĐ-CP");
        assertThat(debt.rounding()).isEqualTo("HALF_UP");
        assertThat(debt.confidence()).isEqualTo("ASSUMED");
        assertThat(debt.digest()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest(name = "{0}: F {1}, T1 {2}, T2 {3} gives {4}")
    @CsvSource({
        "LEFT_BEFORE_END,          100,      3,  1,  67",
        "LEFT_BEFORE_END,          100,      3,  2,  33",
        "LEFT_BEFORE_END,          1,        2,  1,  1",
        "LEFT_BEFORE_END,          60000000, 48, 0,  60000000",
        "LEFT_BEFORE_END,          60000000, 48, 48, 0",
        "LEFT_BEFORE_END,          60000000, 48, 60, 0",
        "DISMISSED_BEFORE_END,     60000000, 48, 12, 45000000",
        "NO_DIPLOMA,               60000000, 48, 12, 60000000",
        "LEFT_DURING_TRAINING,     60000000, 48, 0,  60000000",
        "DISMISSED_DURING_TRAINING, 0,       48, 0,  0"
    })
    void shouldRoundOnceAndNeverGoBelowZero(Trigger trigger, long cost, int committed, int served, long amount) {
        assertThat(debt(trigger, cost, committed, served).amountVnd()).isEqualTo(amount);
    }

    @Test
    void shouldSignWhatItSays() {
        // Given
        var debt = debt(Trigger.LEFT_BEFORE_END, 60_000_000, 48, 12);

        // Then
        assertThat(debt(Trigger.LEFT_BEFORE_END, 60_000_000, 48, 12)).isEqualTo(debt);
        assertThat(debt(Trigger.LEFT_BEFORE_END, 60_000_000, 48, 13).digest()).isNotEqualTo(debt.digest());
        assertThat(debt(Trigger.DISMISSED_BEFORE_END, 60_000_000, 48, 12).digest())
                .isNotEqualTo(debt.digest());
    }

    @Test
    void shouldReduceOnlyWhereTheRulesSaySo() {
        // Given
        var loss = new Loss(60_000_000, 48, 12, 10, false);
        var priority = new Loss(60_000_000, 48, 12, 10, true);
        var switchedOn = withReductions(new BigDecimal("1"), new BigDecimal("1.5"));

        // Then
        assertThat(debt(DegreeRules.shipped(), Trigger.LEFT_BEFORE_END, loss).amountVnd())
                .isEqualTo(45_000_000);
        assertThat(debt(switchedOn, Trigger.LEFT_BEFORE_END, loss).amountVnd()).isEqualTo(40_500_000);
        assertThat(debt(switchedOn, Trigger.LEFT_BEFORE_END, priority).amountVnd())
                .isEqualTo(38_250_000);
        assertThat(debt(switchedOn, Trigger.LEFT_BEFORE_END, priority).steps())
                .contains(new Step("REDUCTION_PERCENT", "15.0"));
        assertThat(debt(
                                withReductions(BigDecimal.TEN, BigDecimal.TEN.add(BigDecimal.ONE)),
                                Trigger.NO_DIPLOMA,
                                priority)
                        .amountVnd())
                .isZero();
    }

    private static DegreeRules withReductions(BigDecimal usual, BigDecimal priority) {
        var shipped = DegreeRules.shipped();
        var compensation = shipped.compensation().stream()
                .map(each -> new DegreeRules.Compensation(
                        each.decree(),
                        each.triggers(),
                        each.exemptions(),
                        each.payableDays(),
                        each.latestInstalmentDays(),
                        each.rounding(),
                        new DegreeRules.Reductions(true, usual, priority)))
                .toList();
        return new DegreeRules(
                shipped.id(),
                shipped.version(),
                shipped.title(),
                shipped.legalBasis(),
                shipped.legalCheck(),
                shipped.levels(),
                shipped.costItems(),
                shipped.reasons(),
                shipped.conditions(),
                shipped.rules(),
                compensation);
    }

    @Test
    void shouldKnowThatTheEarlierDecreeHasNoDebtOfTheDismissed() {
        var earlier = DegreeRules.shipped().compensation("ND-101-2017");
        assertThat(earlier.trigger(Trigger.DISMISSED_DURING_TRAINING)).isEmpty();
        assertThat(earlier.trigger(Trigger.DISMISSED_BEFORE_END)).isEmpty();
        assertThat(earlier.trigger(Trigger.LEFT_BEFORE_END)).isPresent();
    }

    @Property(tries = 300)
    void shouldStayBetweenNothingAndTheCost(
            @ForAll @LongRange(max = LARGEST) long cost,
            @ForAll @IntRange(min = 1, max = 400) int committed,
            @ForAll @IntRange(max = 500) int served) {
        assertThat(debt(Trigger.LEFT_BEFORE_END, cost, committed, served).amountVnd())
                .isBetween(0L, cost);
    }

    @Property(tries = 300)
    void shouldNeverGrowWithServiceAndFallByTheRateOfAMonth(
            @ForAll @LongRange(max = LARGEST) long cost,
            @ForAll @IntRange(min = 1, max = 400) int committed,
            @ForAll @IntRange(max = 399) int served) {
        long now = debt(Trigger.LEFT_BEFORE_END, cost, committed, served).amountVnd();
        long later = debt(Trigger.LEFT_BEFORE_END, cost, committed, served + 1).amountVnd();
        assertThat(later).isLessThanOrEqualTo(now);
        assertThat(now - later).isLessThanOrEqualTo(cost / committed + 2);
    }

    @Property(tries = 300)
    void shouldTakeExactlyTheInstalmentsThatAreTheDebt(
            @ForAll @Size(min = 1, max = 24) List<@LongRange(min = 1, max = 100_000_000_000L) Long> parts,
            @ForAll @LongRange(min = 1, max = 1_000) long off) {
        // Given
        var plan = new ArrayList<Instalment>();
        parts.forEach(part -> plan.add(new Instalment(DECIDED.plusDays(plan.size()), part)));
        long sum = parts.stream().mapToLong(Long::longValue).sum();

        // Then
        assertThat(Instalment.addUp(plan, sum)).isTrue();
        assertThat(Instalment.addUp(plan, sum + off)).isFalse();
        assertThat(Instalment.addUp(plan, sum - off)).isFalse();
        assertThat(Instalment.inOrder(plan, DECIDED, DECIDED.plusDays(plan.size() - 1L)))
                .isTrue();
        assertThat(Instalment.inOrder(plan, DECIDED.plusDays(1), DECIDED.plusDays(120)))
                .isFalse();
        assertThat(Instalment.inOrder(plan, DECIDED, DECIDED.plusDays(plan.size() - 2L)))
                .isFalse();
        assertThat(Instalment.inOrder(plan.reversed(), DECIDED, DECIDED.plusDays(120)))
                .isEqualTo(plan.size() == 1);
    }

    @Test
    void shouldNotBeFooledByPartsThatOverflow() {
        var huge =
                List.of(new Instalment(DECIDED, Long.MAX_VALUE), new Instalment(DECIDED.plusDays(1), Long.MAX_VALUE));
        assertThat(Instalment.addUp(huge, -2)).isFalse();
        assertThat(Instalment.addUp(List.of(new Instalment(DECIDED, 0)), 0)).isFalse();
        assertThat(Instalment.addUp(List.of(), 5)).isFalse();
    }

    @ParameterizedTest(name = "{0} until {1}: {2} full, {3} begun")
    @CsvSource({
        "2026-09-01, 2026-09-01, 0,  0",
        "2026-09-01, 2026-08-01, 0,  0",
        "2026-09-01, 2026-09-02, 0,  1",
        "2026-09-01, 2028-09-01, 24, 24",
        "2026-09-01, 2028-08-31, 23, 24",
        "2026-01-31, 2026-02-28, 1,  1",
        "2026-01-31, 2026-03-30, 1,  2",
        "2024-02-29, 2025-02-28, 12, 12",
        "2025-12-31, 2026-12-31, 12, 12"
    })
    void shouldCountMonthsByANamedRounding(LocalDate from, LocalDate until, int full, int begun) {
        assertThat(MonthRounding.DOWN.months(from, until)).isEqualTo(full);
        assertThat(MonthRounding.UP.months(from, until)).isEqualTo(begun);
    }

    @Property(tries = 300)
    void shouldServeAllThatIsPromisedByTheLastDayAndNotBefore(
            @ForAll @IntRange(max = 4000) int day, @ForAll @IntRange(min = 1, max = 120) int months) {
        var from = LocalDate.of(2018, 1, 1).plusDays(day);
        var end = from.plusMonths(months);
        assertThat(MonthRounding.DOWN.months(from, end)).isEqualTo(months);
        assertThat(MonthRounding.DOWN.months(from, end.minusDays(1))).isEqualTo(months - 1);
        assertThat(MonthRounding.UP.months(from, end)).isEqualTo(months);
    }
}
