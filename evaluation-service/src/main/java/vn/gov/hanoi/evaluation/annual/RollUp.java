package vn.gov.hanoi.evaluation.annual;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.Evidence.Quotient;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;

/**
 * Months or quarters of a year together. Periods without a rating are left out: they are not zero.
 *
 * @param counts periods rated, by level; every level is there
 * @param rated number of periods rated
 * @param leftOut number of periods not rated
 * @param mean sum of points by number of periods, never divided out; null if no period is rated
 */
public record RollUp(
        Map<Grade, Integer> counts,
        int rated,
        int leftOut,
        @Nullable Quotient mean) {

    /** @throws IllegalArgumentException if a period is not in the year or two of them share a day */
    static RollUp of(int year, List<PeriodResult> results) {
        check(year, results);
        var counts = new EnumMap<Grade, Integer>(Grade.class);
        for (var grade : Grade.values()) {
            counts.put(grade, (int)
                    results.stream().filter(result -> result.grade() == grade).count());
        }
        var points = results.stream()
                .filter(PeriodResult::isRated)
                .map(PeriodResult::points)
                .toList();
        var sum = points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new RollUp(
                Collections.unmodifiableMap(counts),
                points.size(),
                results.size() - points.size(),
                points.isEmpty() ? null : new Quotient(sum, BigDecimal.valueOf(points.size())));
    }

    int count(Grade grade) {
        return Objects.requireNonNull(counts.get(grade));
    }

    private static void check(int year, List<PeriodResult> results) {
        var sorted = results.stream()
                .map(PeriodResult::period)
                .sorted(Comparator.comparing(Period::from))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            var period = sorted.get(i);
            boolean inYear = period.from().getYear() == year && period.last().getYear() == year;
            boolean apart = i == 0 || sorted.get(i - 1).last().isBefore(period.from());
            if (!inYear || !apart) {
                throw new IllegalArgumentException("period outside %d or counted twice: %s".formatted(year, period));
            }
        }
    }
}
