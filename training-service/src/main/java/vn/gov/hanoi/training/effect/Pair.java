package vn.gov.hanoi.training.effect;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.UUID;

/**
 * A person in a criterion before and after a course; it never leaves the room.
 *
 * @param before mean of the months before, in percent of the maximum, 0-100
 * @param after the same of the months after
 */
record Pair(String courseCode, Criterion criterion, UUID person, BigDecimal before, BigDecimal after) {
    /** What makes two criteria the same: rules, kind of sheet and code. */
    record Criterion(String ruleSet, String form, String code) implements Comparable<Criterion> {
        private static final Comparator<Criterion> ORDER = Comparator.comparing(Criterion::ruleSet)
                .thenComparing(Criterion::form)
                .thenComparing(Criterion::code);

        @Override
        public int compareTo(Criterion other) {
            return ORDER.compare(this, other);
        }
    }
}
