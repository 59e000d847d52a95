package vn.gov.hanoi.evaluation.weakness;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The weak criteria of a told result.
 *
 * @param month first day of the month
 * @param criteria codes in the order of the sheet; empty if none is weak
 */
record Weakness(
        UUID evaluationId,
        UUID officerId,
        UUID unitId,
        LocalDate month,
        int revision,
        UUID ruleSetId,
        List<String> criteria) {
    Weakness {
        criteria = List.copyOf(criteria);
    }
}
