package vn.gov.hanoi.evaluation.monthly;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.Decision;

/**
 * One period of one rating unit.
 *
 * @param unitId rating unit: the agency inside which the cap counts
 * @param published null before
 * @param locked null before
 * @param raise the decision that raises the cap; null if there is none
 * @param smallUnitReason why one person has the top grade although the cap gives the small unit no place; null if none was needed
 * @param rowVersion for the ETag
 */
record Closing(
        UUID id,
        Period period,
        UUID unitId,
        ClosingState state,
        Mark opened,
        @Nullable Mark published,
        @Nullable Lock locked,
        @Nullable Raise raise,
        @Nullable String smallUnitReason,
        long rowVersion) {
    /** Who did something when. */
    record Mark(String by, Instant at) {}

    /** @param digest SHA-256 over the sheets as they were locked, hexadecimal */
    record Lock(Mark mark, String digest) {}

    /** Special outstanding achievements of the collective (thành tích đặc biệt xuất sắc, nổi trội), recognised by a decision. */
    record Raise(Decision decision, String reason) {}

    /** The same with a reason that is about to be kept. */
    Closing reasoned(@Nullable String reason) {
        return new Closing(id, period, unitId, state, opened, published, locked, raise, reason, rowVersion);
    }
}
