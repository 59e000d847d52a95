package vn.gov.hanoi.evaluation.objection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;

/**
 * Kiến nghị: what the subject of a result has to say against it.
 *
 * @param ending null while it is open
 * @param rowVersion for the ETag
 */
record Objection(
        UUID id,
        About about,
        Said said,
        Deadlines deadlines,
        ObjectionState state,
        @Nullable Ending ending,
        long rowVersion) {
    /**
     * The contested result.
     *
     * @param evaluationId the revision of the result
     * @param officerId who was rated, and objects
     * @param unitId unit of the post
     * @param ratingUnitId the agency by which it was decided
     */
    record About(UUID evaluationId, UUID closingId, Period period, UUID officerId, UUID unitId, UUID ratingUnitId) {}

    /** Grounds and references to what proves them. */
    record Said(String grounds, List<String> evidence, String by, Instant at) {
        Said {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Days computed at the receipt.
     *
     * @param fileUntil last day to file
     * @param dueOn last day to resolve
     * @param calendar name of the working calendar
     */
    record Deadlines(LocalDate fileUntil, LocalDate dueOn, String calendar, int calendarVersion) {}

    /**
     * How it ended.
     *
     * @param officerId who did it
     * @param delegationId the order under which it was done for another; null in the own right
     * @param reason null if it was withdrawn
     * @param decision null if there is none
     * @param resultId the revision in the place of the contested one; null unless accepted
     */
    record Ending(
            String by,
            @Nullable UUID officerId,
            @Nullable UUID delegationId,
            Instant at,
            @Nullable Reason reason,
            @Nullable Decision decision,
            @Nullable UUID resultId) {}

    /** Still open after the last day to resolve. */
    boolean isOverdue(LocalDate today) {
        return state.isOpen() && today.isAfter(deadlines.dueOn());
    }

    Objection underReview() {
        return new Objection(id, about, said, deadlines, ObjectionState.UNDER_REVIEW, null, rowVersion);
    }

    Objection ended(ObjectionState last, Ending how) {
        return new Objection(id, about, said, deadlines, last, how, rowVersion);
    }
}
