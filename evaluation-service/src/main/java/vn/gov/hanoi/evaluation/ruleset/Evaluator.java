package vn.gov.hanoi.evaluation.ruleset;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the evaluator matrix: who has which part in rating whom.
 *
 * @param subject code of the persons rated, for example {@code AGENCY_HEAD}
 * @param holder code of who has the part, for example {@code CITY_CHAIRMAN}
 * @param collective code of the collective that decides or advises; null if a person acts alone
 * @param president who presides over the collective; null if nobody is named
 * @param weight part of the points that follows this channel, 0-1, scale 4; 0 means kept and shown only
 * @param effectiveFrom first day, inclusive
 * @param effectiveTo first day on which it no longer holds; null if open
 */
public record Evaluator(
        String subject,
        Role role,
        String holder,
        @Nullable String collective,
        @Nullable String president,
        BigDecimal weight,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Source source) {
    /** The part. */
    public enum Role {
        /** Tự chấm điểm. */
        SELF,
        /** Tập thể nhận xét. */
        COLLECTIVE,
        DIRECT_MANAGER,
        /** One more supporting channel (kênh hỗ trợ). */
        ADVISORY_CHANNEL,
        PROPOSER,
        /** The only one who sets the official grade. */
        DECIDER
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || day.isBefore(effectiveTo));
    }
}
