package vn.gov.hanoi.training.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.training.norm.CostSheet.Finding;
import vn.gov.hanoi.training.norm.CostSheetRequest.Item;

class CostingTest {
    private static final LocalDate CHANGE = LocalDate.of(2026, 5, 13);
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final Costing COSTING = new Costing(List.of(
            norm("OLD", "LECTURER", 1_000L, null, false, START, CHANGE),
            norm("NEW", "LECTURER", 2_000L, null, false, CHANGE, null),
            norm("NEW", "HALL", null, null, false, START, null),
            norm("NEW", "AWARD", 200L, null, true, START, null),
            norm("NEW", "MANAGEMENT", null, BigDecimal.TEN, true, START, null)));

    private static CostNorm norm(
            String set,
            String item,
            @Nullable Long ceiling,
            @Nullable BigDecimal percent,
            boolean blocks,
            LocalDate from,
            @Nullable LocalDate to) {
        return new CostNorm(set, item, percent == null ? "CLASS" : "SHARE", ceiling, percent, blocks, from, to);
    }

    @Provide
    Arbitrary<List<Item>> items() {
        return Combinators.combine(
                        Arbitraries.of("LECTURER", "HALL"),
                        Arbitraries.integers().between(-4, 4),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.longs().between(0, 4_000))
                .as((item, from, days, quantity, price) ->
                        new Item(item, CHANGE.plusDays(from), CHANGE.plusDays(from + days), quantity, price))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property
    void shouldSumExactlyAndRoundAsItSays(
            @ForAll("items") List<Item> items,
            @ForAll @IntRange(min = 1, max = 300) int places,
            @ForAll @IntRange(min = 1, max = 30_000) int hundredthsOfHours) {
        // Given
        var hours = BigDecimal.valueOf(hundredthsOfHours, 2);
        var expected = BigInteger.ZERO;
        for (var item : items) {
            for (var day = item.from(); !day.isAfter(item.last()); day = day.plusDays(1)) {
                expected = expected.add(BigInteger.valueOf(item.quantityPerDay() * item.unitPriceVnd()));
            }
        }

        // When
        var sheet = COSTING.sheet(new CostSheetRequest(places, hours, items), "");

        // Then
        assertThat(BigInteger.valueOf(sheet.totalVnd())).isEqualTo(expected);
        assertThat(sheet.items().stream().mapToLong(CostSheet.Item::amountVnd).sum())
                .isEqualTo(sheet.totalVnd());
        var total = new BigDecimal(expected);
        assertThat(BigDecimal.valueOf(sheet.perPlaceVnd()))
                .isEqualByComparingTo(total.divide(BigDecimal.valueOf(places), 0, RoundingMode.HALF_UP));
        assertThat(BigDecimal.valueOf(sheet.perHourVnd()))
                .isEqualByComparingTo(total.divide(hours, 0, RoundingMode.HALF_UP));
        assertThat(sheet.rounding()).isEqualTo("HALF_UP_TO_DONG");
    }

    @Property
    void shouldJudgeEachDayByTheNormOfThatDay(@ForAll("items") List<Item> items) {
        // When
        var sheet = COSTING.sheet(new CostSheetRequest(1, BigDecimal.ONE, items), "");

        // Then
        long within = 0;
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            for (var day = item.from(); !day.isAfter(item.last()); day = day.plusDays(1)) {
                long ceiling = day.isBefore(CHANGE) ? 1_000 : 2_000;
                boolean above = item.item().equals("LECTURER") && item.unitPriceVnd() > ceiling;
                assertThat(found(sheet, i, day)).isEqualTo(above);
                within += item.quantityPerDay() * (above ? ceiling : item.unitPriceVnd());
            }
        }
        assertThat(sheet.withinNorms()).isEqualTo(within);
    }

    private static boolean found(CostSheet sheet, int index, LocalDate day) {
        return sheet.findings().stream()
                .anyMatch(each -> each.index() == index && !day.isBefore(each.from()) && !day.isAfter(each.to()));
    }

    @Example
    void shouldNameTheNormsOfAClassThatSpansTheirChange() {
        // When
        var sheet = sheet(new Item("LECTURER", CHANGE.minusDays(2), CHANGE.plusDays(2), 2, 2_500L));

        // Then
        assertThat(sheet.findings())
                .extracting(Finding::ruleSet, Finding::from, Finding::to, Finding::ceilingVnd, Finding::blocks)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "OLD", CHANGE.minusDays(2), CHANGE.minusDays(1), 1_000L, false),
                        org.assertj.core.groups.Tuple.tuple("NEW", CHANGE, CHANGE.plusDays(2), 2_000L, false));
    }

    @Property
    void shouldRefuseMoreThanATenthForManagement(
            @ForAll @IntRange(min = 0, max = 5_000) int management, @ForAll @IntRange(min = 1, max = 20_000) int rest) {
        // Given
        var hall = new Item("HALL", CHANGE, null, 1, (long) rest);
        var share = new Item("MANAGEMENT", CHANGE, null, 1, (long) management);

        // Then
        if (management * 10L > rest) {
            assertThatThrownBy(() -> sheet(hall, share))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("training.cost-above-norm");
        } else {
            assertThat(sheet(hall, share).findings()).isEmpty();
        }
    }

    @Example
    void shouldRefuseWhatBlocksAndWhatCannotBeRead() {
        assertThatThrownBy(() -> sheet(new Item("AWARD", CHANGE, null, 1, 201L)))
                .hasMessage("training.cost-above-norm");
        assertThatThrownBy(() -> sheet(new Item("AWARD", START.minusDays(1), START, 1, 1L)))
                .hasMessage("training.cost-item-unknown");
        assertThatThrownBy(() -> sheet(new Item("YACHT", CHANGE, null, 1, 1L)))
                .hasMessage("training.cost-item-unknown");
        assertThatThrownBy(() -> sheet(new Item("HALL", CHANGE, CHANGE.minusDays(1), 1, 1L)))
                .hasMessage("training.cost-days-wrong");
        assertThatThrownBy(() -> sheet(new Item("HALL", CHANGE, CHANGE.plusDays(366), 1, 1L)))
                .hasMessage("training.cost-days-wrong");
        assertThatThrownBy(() -> sheet(new Item("HALL", CHANGE, null, 2, 9_007_199_254_740_991L)))
                .hasMessage("training.total-too-large");
        assertThat(sheet(new Item("HALL", CHANGE, null, 1, 9_007_199_254_740_991L))
                        .totalVnd())
                .isEqualTo(9_007_199_254_740_991L);
    }

    private static CostSheet sheet(Item... items) {
        return COSTING.sheet(new CostSheetRequest(1, BigDecimal.ONE, List.of(items)), "");
    }
}
