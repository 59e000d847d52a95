package vn.gov.hanoi.evaluation.fairness;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reason to look.
 *
 * @param officerId the rater; null if it is about an agency
 * @param kin whom the raters rate; null if it is about an agency as a whole
 * @param standard rule set and grade whose threshold or cap it is about; null for raters
 * @param months with the results that were counted, in order
 */
record Flag(
        FlagKind kind,
        UUID unitId,
        @Nullable UUID officerId,
        Cell.@Nullable Kin kin,
        @Nullable Standard standard,
        List<YearMonth> months,
        Numbers numbers) {
    /** @param threshold fewest points of the grade */
    record Standard(String ruleSet, String grade, BigDecimal threshold) {}

    /**
     * The statistic.
     *
     * @param results how many were counted: results of the rater, people in the strips, or months of the cap
     * @param peers raters or strips compared with; 0 if there are none
     * @param observed mean or change in points, share 0-1, or months at the cap
     * @param expected the same of the peers
     * @param statistic Student's t, people just above the threshold, or months at the cap
     * @param probability of it among fair groups, 0-1; null if none is known
     */
    record Numbers(
            int results,
            int peers,
            BigDecimal observed,
            BigDecimal expected,
            BigDecimal statistic,
            @Nullable BigDecimal probability) {}
}
