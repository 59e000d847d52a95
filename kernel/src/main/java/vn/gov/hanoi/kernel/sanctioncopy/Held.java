package vn.gov.hanoi.kernel.sanctioncopy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is forbidden to an officer.
 *
 * @param kind APPOINTMENT, PLANNING, TRAINING, CANDIDACY, or one that is not known yet
 * @param form of the sanction for which it is; {@link #EXAMINATION} while a case is considered
 * @param effectiveOn first day
 * @param lastDay inclusive; allowed again on the day after. Null: until the case is decided or closed
 */
public record Held(
        String kind,
        String form,
        LocalDate effectiveOn,
        @Nullable LocalDate lastDay) {
    public static final String EXAMINATION = "EXAMINATION";
}
