package vn.gov.hanoi.evaluation.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.FindingRules.Severity;

/**
 * What an inspection found: vi phạm, thiếu sót.
 *
 * @param unitId where it happened
 * @param happenedOn its day in Hanoi
 * @param persons officers who did it; none if only the head answers
 * @param rules document and version by which it weighs
 * @param dueOn last day to remedy it
 * @param repeatOf the latest finding of the same type in the unit before; null if it is no repeat
 * @param closed null while it is open
 */
record Finding(
        UUID id,
        UUID inspectionId,
        String type,
        UUID unitId,
        Instant happenedAt,
        LocalDate happenedOn,
        String description,
        List<String> evidence,
        List<UUID> persons,
        Severity severity,
        String rules,
        LocalDate dueOn,
        State state,
        @Nullable UUID repeatOf,
        Instant recordedAt,
        @Nullable Closed closed,
        long rowVersion) {
    Finding {
        evidence = List.copyOf(evidence);
        persons = List.copyOf(persons);
    }

    @Schema(name = "FindingState")
    enum State {
        OPEN,
        /** The unit says that it is remedied. */
        CLAIMED,
        REMEDIED,
        NOT_REMEDIED,
        /** Not remedied even when a team came again. */
        ESCALATED,
        /** It was none. */
        WITHDRAWN;

        boolean isClosed() {
            return this == REMEDIED || this == WITHDRAWN;
        }
    }

    /** Who closed it, and why. */
    record Closed(String by, Instant at, String because) {}

    /** Tình tiết tăng nặng. */
    boolean aggravated() {
        return repeatOf != null;
    }

    Finding in(State next) {
        return with(next, null);
    }

    Finding closed(State last, Closed how) {
        return with(last, how);
    }

    private Finding with(State next, @Nullable Closed how) {
        return new Finding(
                id,
                inspectionId,
                type,
                unitId,
                happenedAt,
                happenedOn,
                description,
                evidence,
                persons,
                severity,
                rules,
                dueOn,
                next,
                repeatOf,
                recordedAt,
                how,
                rowVersion);
    }
}
