package vn.gov.hanoi.training.need;

import org.jspecify.annotations.Nullable;

/**
 * A row of the rules: what of a told year calls for training.
 *
 * @param told level, or code of a consequence in the annual rule set
 * @param lastYear null while it goes on
 */
record NeedReason(
        String code,
        Kind kind,
        String told,
        int firstYear,
        @Nullable Integer lastYear) {
    enum Kind {
        LEVEL,
        CONSEQUENCE
    }

    boolean isInForce(int year) {
        return year >= firstYear && (lastYear == null || year <= lastYear);
    }
}
