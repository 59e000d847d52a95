package vn.gov.hanoi.evaluation.score;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one month brings into a total.
 *
 * @param groups points by group that marks fill, and of the bonus
 * @param tally products of the month; null if the formula counts none
 * @param factors of a leader; null if none are given
 * @param missing what the month lacks
 */
record MonthParts(
        Map<String, Fraction> groups,
        @Nullable Tally tally,
        @Nullable Factors factors,
        List<String> missing) {
    /** Name under which bonus points stand beside the groups. */
    static final String BONUS = "BONUS";

    /**
     * Converted products, as sums that can be added over months.
     *
     * @param quality completed products less what errors took off
     * @param progress completed products less what delays took off
     */
    record Tally(Fraction assigned, Fraction completed, Fraction quality, Fraction progress) {
        static final Tally NOTHING = new Tally(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, Fraction.ZERO);

        Tally plus(Tally other) {
            return new Tally(
                    assigned.plus(other.assigned),
                    completed.plus(other.completed),
                    quality.plus(other.quality),
                    progress.plus(other.progress));
        }
    }

    /** d, đ and e, each 0..1; null where nothing says what it is. */
    record Factors(@Nullable Fraction unit, Fraction organisation, Fraction unity) {
        /** The least of each; what is missing in one month is missing. */
        Factors least(Factors other) {
            var d = unit == null || other.unit == null ? null : unit.min(other.unit);
            return new Factors(d, organisation.min(other.organisation), unity.min(other.unity));
        }
    }
}
