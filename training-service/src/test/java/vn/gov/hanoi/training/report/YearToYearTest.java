package vn.gov.hanoi.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.report.PlanComparison.Measure;
import vn.gov.hanoi.training.report.PlanComparison.Row;
import vn.gov.hanoi.training.report.PlanComparison.Stages;

/** What changed from one year to the other is exact, and nothing is divided by zero. */
class YearToYearTest {
    private static final long MOST = (1L << 53) - 1;

    private static PlanComparison plan(int year, Row... rows) {
        var totals = List.of(rows).stream().map(Row::stages).reduce(Stages.NONE, Stages::plus);
        return new PlanComparison(new UUID(0, year), year, ComparisonGroup.BLOCK, null, null, List.of(rows), totals);
    }

    private static Row row(@Nullable String code, long classes) {
        var measure = new Measure(classes, classes * 40, classes * 1_000_000, null, null);
        return new Row(code, code, new Stages(measure, measure, measure, Measure.NONE, Measure.NONE));
    }

    @Example
    void shouldCountAsZeroWhatOnlyOneYearHasAndKeepUnnamedRowsLast() {
        // When
        var beside = YearToYear.of(
                plan(2026, row("B", 6), row(null, 1)), plan(2025, row("A", 2), row("B", 4), row(null, 1)));

        // Then
        assertThat(beside.rows()).extracting(YearToYear.Row::code).containsExactly("A", "B", null);
        var a = beside.rows().getFirst().stages().getFirst();
        var b = beside.rows().get(1).stages().getFirst();
        assertThat(a.classes()).isEqualTo(new YearToYear.Change(2, 0, -2, new BigDecimal("-100.0000")));
        assertThat(b.money())
                .isEqualTo(new YearToYear.MoneyChange(4_000_000, 6_000_000, 2_000_000, new BigDecimal("50.0000")));
        assertThat(beside.rows().get(1).stages().getLast().classes().changePercent())
                .isNull();
        assertThat(beside.totals().getFirst().classes())
                .isEqualTo(new YearToYear.Change(7, 7, 0, new BigDecimal("0.0000")));
    }

    @Property(tries = 500)
    void shouldGiveBackTheYearFromTheOtherAndTheChange(
            @ForAll @LongRange(max = MOST) long before, @ForAll @LongRange(max = MOST) long now) {
        // When
        var change = YearToYear.Change.of(before, now);

        // Then
        assertThat(change.before() + change.change()).isEqualTo(now);
        assertThat(change.changePercent() == null).isEqualTo(before == 0);
        if (change.changePercent() != null) {
            assertThat(change.changePercent().signum()).isIn(0, Long.signum(now - before));
        }
    }

    @Property(tries = 300)
    void shouldAddUpRowsToTheTotals(
            @ForAll @Size(max = 6) List<@LongRange(max = 1000) Long> now,
            @ForAll @Size(max = 6) List<@LongRange(max = 1000) Long> before) {
        // When
        var beside = YearToYear.of(plan(2026, rows(now)), plan(2025, rows(before)));

        // Then
        long change = beside.rows().stream()
                .mapToLong(row -> row.stages().getFirst().places().change())
                .sum();
        assertThat(beside.totals().getFirst().places().change()).isEqualTo(change);
    }

    private static Row[] rows(List<Long> classes) {
        var rows = new Row[classes.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row("B" + i, classes.get(i));
        }
        return rows;
    }

    @Property(tries = 500)
    void shouldRoundHalfUpAndLeaveOutWhatNothingDivides(
            @ForAll @LongRange(max = MOST) long vnd, @ForAll @LongRange(max = 100_000) long number) {
        // When
        var each = UnitCosts.each(vnd, BigDecimal.valueOf(number));

        // Then
        if (number == 0) {
            assertThat(each).isNull();
        } else {
            assertThat(each).isNotNull();
            assertThat(Math.abs(vnd - each * number) * 2).isLessThanOrEqualTo(number);
        }
    }
}
