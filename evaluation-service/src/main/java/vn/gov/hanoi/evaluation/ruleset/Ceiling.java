package vn.gov.hanoi.evaluation.ruleset;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a grade below what the points give. Ceilings are applied in the order of the rule set.
 *
 * @param enabled whether it is in use
 * @param grade best grade under the ceiling; null if it follows the unit
 * @param share for LITTLE_PRESENCE: applies up to and with this share of the working days, 0-1, scale 4; else null
 * @param includesDeputies for HEAD_NOT_ABOVE_UNIT: whether deputies are bound too; else null
 */
public record Ceiling(
        Code code,
        boolean enabled,
        @Nullable Grade grade,
        @Nullable BigDecimal share,
        @Nullable Boolean includesDeputies,
        Source source) {
    /** The policies by name. */
    public enum Code {
        /** Real working time of no more than a share of the working days of the period. */
        LITTLE_PRESENCE,
        /** A disciplinary decision that takes effect in the period; one of the Party alone is only flagged. */
        DISCIPLINE,
        /** The head is not rated above the unit. */
        HEAD_NOT_ABOVE_UNIT
    }
}
