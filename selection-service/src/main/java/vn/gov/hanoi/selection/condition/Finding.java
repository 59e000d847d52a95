package vn.gov.hanoi.selection.condition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one condition came to.
 *
 * @param condition its code
 * @param reason why, as a code
 * @param until last day of what stands against it; null if no day ends it
 * @param overridable whether a reasoned decision may stand in its place
 */
public record Finding(
        String condition,
        Outcome outcome,
        Reason reason,
        @Nullable LocalDate until,
        List<Evidence> evidence,
        boolean overridable) {
    /** Why a condition is met or not. */
    public enum Reason {
        FULFILLED,
        RECORD_MISSING,
        NOT_RATED,
        LEVEL_TOO_LOW,
        LEVEL_REFUSED,
        DISCIPLINE_IN_FORCE,
        /** A case of discipline is considered. */
        DISCIPLINE_CONSIDERED,
        TIME_TOO_SHORT,
        TOO_YOUNG,
        TOO_OLD,
        DOCUMENT_NOT_VERIFIED,
        DOCUMENT_REFUTES,
        DOCUMENT_TOO_OLD,
        WORKS_ELSEWHERE
    }

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** Whether this says the same as another, whatever records it rests on. */
    public boolean agreesWith(Finding other) {
        return outcome == other.outcome && reason == other.reason;
    }
}
