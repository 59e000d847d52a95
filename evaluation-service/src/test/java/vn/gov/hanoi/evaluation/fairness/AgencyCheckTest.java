package vn.gov.hanoi.evaluation.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.evaluation.fairness.Simulated.FROM;
import static vn.gov.hanoi.evaluation.fairness.Simulated.LIMITS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.fairness.BunchingCheck.Strips;
import vn.gov.hanoi.evaluation.fairness.CapCheck.Use;

/** What is looked for in agencies: heaps above a threshold, and a cap always used. */
class AgencyCheckTest {
    private static final UUID UNIT = new UUID(0, 1);
    private static final Flag.Standard A = new Flag.Standard("VN-CC-2026", "A", new BigDecimal("90"));
    private static final BunchingCheck BUNCHING = new BunchingCheck(LIMITS, new BigDecimal("0.40"));
    private static final CapCheck CAP = new CapCheck(LIMITS, 4);

    @Test
    void shouldFlagTheHeapAboveTheThresholdWithItsShare() {
        // When
        var found = BUNCHING.check(List.of(strips(18, 2)));

        // Then
        assertThat(found.flags()).singleElement().satisfies(flag -> {
            assertThat(flag.standard()).isEqualTo(A);
            assertThat(flag.officerId()).isNull();
            assertThat(flag.numbers().results()).isEqualTo(20);
            assertThat(flag.numbers().observed()).isEqualByComparingTo("0.9");
            assertThat(flag.numbers().expected()).isEqualByComparingTo("0.4");
            assertThat(flag.numbers().probability()).isLessThan(new BigDecimal("0.00001"));
        });
    }

    /** Smooth densities of different means and spreads, on a grid of whole, half or tenth points. */
    @ParameterizedTest
    @CsvSource({"92, 4, 1", "86, 3, 1", "94, 3, 2", "90, 5, 10", "88, 2, 2"})
    void shouldFlagAtMostOneOfAThousandAgenciesWithoutAHeap(double mean, double spread, int steps) {
        // Given
        var dice = new Random(90);
        var all = new ArrayList<Strips>();
        for (int agency = 0; agency < 2_000; agency++) {
            int above = 0;
            int beside = 0;
            for (int person = 0; person < 150; person++) {
                double points = Math.rint((mean + spread * dice.nextGaussian()) * steps) / steps;
                double off = points - 90;
                if (off >= 0 && off < 0.5) {
                    above++;
                } else if (off >= -1 && off < -0.5 || off >= 1 && off < 1.5) {
                    beside++;
                }
            }
            all.add(strips(above, beside));
        }

        // When
        var found = BUNCHING.check(all);

        // Then
        assertThat(found.tested()).isGreaterThan(1_000);
        assertThat(found.flags()).hasSizeLessThanOrEqualTo(found.tested() / 1_000);
    }

    @Test
    void shouldTellNothingOfFewPeopleNearAThreshold() {
        assertThat(BUNCHING.check(List.of(strips(9, 0)))).isEqualTo(new Findings(FlagKind.BUNCHING, List.of(), 0, 1));
        assertThat(BUNCHING.check(List.of(strips(10, 0))).flags()).hasSize(1);
    }

    private static Strips strips(int above, int beside) {
        return new Strips(UNIT, A, above, beside, List.of(FROM));
    }

    @Test
    void shouldFlagACapUsedToTheLastPlaceInEveryMonth() {
        // When
        var found = CAP.check(uses(5, 12, 3, 3));

        // Then
        assertThat(found.tested()).isEqualTo(1);
        assertThat(found.flags()).singleElement().satisfies(flag -> {
            assertThat(flag.months()).hasSize(5).isSorted();
            assertThat(flag.numbers().observed()).isEqualByComparingTo("5");
            assertThat(flag.numbers().probability()).isNull();
        });
    }

    @Test
    void shouldNotFlagAPlaceLeftOnceNorMonthsWithoutAPlaceNorFewMonthsOrPeople() {
        var leftOnce = new ArrayList<>(uses(5, 12, 3, 3));
        leftOnce.set(2, use(2, 12, 3, 2));

        assertThat(CAP.check(leftOnce)).isEqualTo(new Findings(FlagKind.CAP_EXHAUSTED, List.of(), 1, 0));
        assertThat(CAP.check(uses(6, 12, 0, 0))).isEqualTo(new Findings(FlagKind.CAP_EXHAUSTED, List.of(), 0, 1));
        assertThat(CAP.check(uses(3, 12, 3, 3)).suppressed()).isEqualTo(1);
        assertThat(CAP.check(uses(6, 9, 2, 2)).suppressed()).isEqualTo(1);
    }

    private static List<Use> uses(int months, int rated, int allowed, int used) {
        return IntStream.range(0, months)
                .mapToObj(month -> use(month, rated, allowed, used))
                .toList();
    }

    private static Use use(int month, int rated, int allowed, int used) {
        return new Use(UNIT, A, FROM.plusMonths(month), rated, allowed, used);
    }
}
