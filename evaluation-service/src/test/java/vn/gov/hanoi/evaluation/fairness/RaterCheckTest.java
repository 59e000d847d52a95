package vn.gov.hanoi.evaluation.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.gov.hanoi.evaluation.fairness.Simulated.FROM;
import static vn.gov.hanoi.evaluation.fairness.Simulated.KIN;
import static vn.gov.hanoi.evaluation.fairness.Simulated.LIMITS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaterCheckTest {
    private static final int MONTHS = 6;

    /** Decision 019 states it: at most one flag of each kind in a thousand fair raters, in large groups and in the smallest. */
    @ParameterizedTest
    @ValueSource(ints = {6, 9, 20, 100})
    void shouldFlagAtMostOneOfAThousandFairRaters(int raters) {
        // Given
        var simulated = new Simulated(2026_1128L + raters);
        int tested = 0;
        int lenient = 0;
        int drifting = 0;

        // When
        while (tested < 2_000) {
            var check = new RaterCheck(simulated.fair(raters, 2), LIMITS);
            var found = check.leniency();
            lenient += found.flags().size();
            drifting += check.drift(FROM, 2).flags().size();
            tested += found.tested();
        }

        // Then
        assertThat(lenient).as("of %d", tested).isLessThanOrEqualTo(tested / 1_000);
        assertThat(drifting).as("of %d", tested).isLessThanOrEqualTo(tested / 1_000);
    }

    @Test
    void shouldFlagTheOneWhoGivesMoreThanThePeersWithItsStatistic() {
        // Given
        var cells = new Simulated(1).cells(30, MONTHS, _ -> 80, (rater, _) -> rater == 7 ? 9 : 0);

        // When
        var found = new RaterCheck(cells, LIMITS).leniency();

        // Then
        assertThat(found.tested()).isEqualTo(30);
        assertThat(found.suppressed()).isZero();
        assertThat(found.flags()).hasSize(1);
        var flag = found.flags().getFirst();
        assertThat(flag.officerId()).isEqualTo(new UUID(1, 7));
        assertThat(flag.unitId()).isEqualTo(new UUID(2, 7));
        assertThat(flag.kin()).isEqualTo(KIN);
        assertThat(flag.months()).hasSize(MONTHS).startsWith(FROM);
        assertThat(flag.numbers().peers()).isEqualTo(29);
        assertThat(flag.numbers().observed())
                .isGreaterThan(flag.numbers().expected().add(BigDecimal.valueOf(5)));
        assertThat(flag.numbers().statistic()).isGreaterThan(BigDecimal.valueOf(3));
        assertThat(flag.numbers().probability()).isLessThanOrEqualTo(LIMITS.probability());
    }

    @Test
    void shouldFlagTheStrictOneWithANegativeStatistic() {
        var cells = new Simulated(2).cells(30, MONTHS, _ -> 85, (rater, _) -> rater == 0 ? -9 : 0);

        assertThat(new RaterCheck(cells, LIMITS).leniency().flags())
                .singleElement()
                .satisfies(flag -> assertThat(flag.numbers().statistic()).isNegative());
    }

    @Test
    void shouldFlagTheOneWhoseMeanMovedAndNotWhatMovedForAll() {
        // Given
        var cells =
                new Simulated(3).cells(30, MONTHS + 1, _ -> 78, (rater, month) -> month < 4 ? 0 : rater == 4 ? 10 : 4);

        // When
        var found = new RaterCheck(cells, LIMITS).drift(FROM, MONTHS + 1);

        // Then
        assertThat(found.flags()).singleElement().satisfies(flag -> {
            assertThat(flag.officerId()).isEqualTo(new UUID(1, 4));
            assertThat(flag.months()).hasSize(MONTHS).doesNotContain(FROM.plusMonths(3));
            assertThat(flag.numbers().observed()).isBetween(BigDecimal.valueOf(8), BigDecimal.valueOf(12));
            assertThat(flag.numbers().expected()).isBetween(BigDecimal.valueOf(3), BigDecimal.valueOf(5));
        });
        assertThat(new RaterCheck(cells, LIMITS).drift(FROM, 1).tested()).isZero();
    }

    @Test
    void shouldCompareOnlyWithRatersOfTheSameKin() {
        // Given
        var cells = new ArrayList<>(new Simulated(4).fair(12, 2));
        cells.replaceAll(cell -> cell.rater().id().getLeastSignificantBits() < 6
                ? new Cell(cell.rater(), new Cell.Kin("DEPARTMENT", "CADRE"), cell.unitId(), cell.month(), raised(cell))
                : cell);

        // When
        var found = new RaterCheck(cells, LIMITS).leniency();

        // Then
        assertThat(found.tested()).isEqualTo(12);
        assertThat(found.flags()).isEmpty();
    }

    private static Moments raised(Cell cell) {
        var given = cell.moments();
        int ten = 10;
        var squares = given.squares()
                .subtract(given.sum().multiply(BigDecimal.valueOf(2 * ten)))
                .add(BigDecimal.valueOf((long) ten * ten * given.results()));
        return new Moments(
                given.results(), given.sum().subtract(BigDecimal.valueOf((long) ten * given.results())), squares);
    }

    @Test
    void shouldTellNothingOfTooFewPeersAndCountThem() {
        // Given
        var cells = new Simulated(5).cells(5, MONTHS, _ -> 60, (rater, _) -> rater == 0 ? 40 : 0);

        // When
        var found = new RaterCheck(cells, LIMITS).leniency();

        // Then
        assertThat(found).isEqualTo(new Findings(FlagKind.LENIENCY, List.of(), 0, 5));
    }

    @Test
    void shouldNotMeasureAgainstPeersWhoDoNotDiffer() {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < 8; i++) {
            var points = BigDecimal.valueOf(i == 0 ? 90 : 80);
            var moments = new Moments(
                    10, points.multiply(BigDecimal.TEN), points.multiply(points).multiply(BigDecimal.TEN));
            cells.add(new Cell(new Cell.Rater(new UUID(1, i), false), KIN, new UUID(1, i), FROM, moments));
        }

        assertThat(new RaterCheck(cells, LIMITS).leniency().flags()).isEmpty();
    }

    /**
     * Whatever is told rests on whole months of agencies with enough people: taking one person away changes nothing, or takes all that
     * was told of that month away. So no comparison of two answers leaves one person over.
     */
    @Property(tries = 150)
    void shouldNeverTellAnythingThatRestsOnFewerPeopleThanTheGroup(
            @ForAll long seed, @ForAll @IntRange(max = 7) int rater, @ForAll @IntRange(max = 3) int month) {
        // Given
        var all = new Simulated(seed).cells(8, 4, _ -> 75, (who, _) -> who == rater ? 15 : 0);
        int place = rater * 4 + month;
        var small = new ArrayList<>(all);
        small.set(place, with(all.get(place), LIMITS.results() - 1));
        var without = new ArrayList<>(all);
        without.remove(place);

        // When
        var told = new RaterCheck(small, LIMITS).leniency();
        var silent = new RaterCheck(without, LIMITS).leniency();

        // Then
        assertThat(told).isEqualTo(silent);
        assertThat(told.flags())
                .allSatisfy(flag -> assertThat(flag.numbers().results()).isGreaterThanOrEqualTo(LIMITS.results()));
    }

    /** The same cell with as many people, all with its mean. */
    private static Cell with(Cell cell, int people) {
        var mean = cell.moments().mean();
        var count = BigDecimal.valueOf(people);
        var moments =
                new Moments(people, mean.multiply(count), mean.multiply(mean).multiply(count));
        return new Cell(cell.rater(), cell.kin(), cell.unitId(), cell.month(), moments);
    }

    @Test
    void shouldRefuseGroupsThatHideNobody() {
        assertThatThrownBy(() -> new Limits(2, 10, BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(5, 1, BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class);
    }
}
