package vn.gov.hanoi.evaluation.yearly;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Decision;

/**
 * One year of one rating unit.
 *
 * @param unitId rating unit: the agency inside which the cap counts
 * @param published null before
 * @param raise the decision that raises the cap; null if there is none
 * @param rowVersion for the ETag
 */
record YearClosing(
        UUID id,
        int year,
        UUID unitId,
        State state,
        Mark opened,
        @Nullable Mark published,
        @Nullable Raise raise,
        long rowVersion) {
    enum State {
        OPEN,
        PUBLISHED
    }

    /** Who did something when. */
    record Mark(String by, Instant at) {}

    /** Special outstanding achievements of the collective, recognised by a decision. */
    record Raise(Decision decision, String reason) {}
}
