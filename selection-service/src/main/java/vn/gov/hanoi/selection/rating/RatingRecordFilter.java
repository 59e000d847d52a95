package vn.gov.hanoi.selection.rating;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rating records a list shows; null means any.
 *
 * @param unitId unit of the main post of today, not of the rated one
 * @param reach how far below {@code unitId}
 * @param period exactly this one
 * @param periodFrom the first one, compared as text
 * @param periodTo the last one, compared as text
 * @param superseded whether revisions that count no more are shown too
 */
record RatingRecordFilter(
        @Nullable UUID officerId,
        @Nullable UUID unitId,
        Reach reach,
        @Nullable PeriodType periodType,
        @Nullable String period,
        @Nullable String periodFrom,
        @Nullable String periodTo,
        boolean superseded) {

    /** How far a unit filter goes; the unit is named :unit. */
    enum Reach {
        SELF(":unit"),
        CHILDREN("select id from units_directly_within(:unit)"),
        SUBTREE("select id from units_within(:unit)");

        private final String units;

        Reach(String units) {
            this.units = units;
        }

        String units() {
            return units;
        }
    }
}
