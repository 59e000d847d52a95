package vn.gov.hanoi.kernel.sanctioncopy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is forbidden to an officer.
 *
 * @param caseId case of discipline on which it rests
 * @param revision of the sanction, from 1; 0 while, or for as long as, the case was only considered
 * @param kind APPOINTMENT, PLANNING, TRAINING, CANDIDACY, or one that is not known yet
 * @param form of the sanction for which it is; {@link #EXAMINATION} for a case that is considered
 * @param effectiveOn first day
 * @param lastDay inclusive; allowed again on the day after. Null: until the case is decided or closed
 */
public record Held(
        UUID caseId,
        int revision,
        String kind,
        String form,
        LocalDate effectiveOn,
        @Nullable LocalDate lastDay) {
    public static final String EXAMINATION = "EXAMINATION";

    public boolean isOn(LocalDate day) {
        return !day.isBefore(effectiveOn) && (lastDay == null || !day.isAfter(lastDay));
    }
}
