package vn.gov.hanoi.evaluation.weakness;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;

/**
 * The points of a told result in criteria that were weak in the last months.
 *
 * @param month first day of the month
 * @param criteria in the order of the sheet; empty if none is measured
 */
record Measure(
        UUID evaluationId,
        UUID officerId,
        UUID unitId,
        LocalDate month,
        int revision,
        UUID ruleSetId,
        SheetKind form,
        List<Criterion> criteria) {
    /**
     * @param points 0 to the maximum, scale 4
     * @param maximum above 0, scale 4
     */
    record Criterion(String code, BigDecimal points, BigDecimal maximum) {
        private static final int SCALE = 4;

        Criterion {
            points = points.setScale(SCALE);
            maximum = maximum.setScale(SCALE);
        }
    }

    /** Nothing is measured in the result that takes its place. */
    Measure without(UUID after, int newRevision) {
        return new Measure(after, officerId, unitId, month, newRevision, ruleSetId, form, List.of());
    }
}
