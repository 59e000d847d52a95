package vn.gov.hanoi.training.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an officer who may be taken into a class.
 *
 * @param reachable whether the main post of today is within the caller's scope
 * @param post main post on the first class day; null if there is none
 * @param stays whether there is a main post on the last class day too
 * @param leftOn first day without any main post; null if none is known
 * @param banEndsOn last day of a ban on training that falls on a class day; null if there is none
 * @param passed class in which the same course was passed; null if there is none
 * @param taken other classes on the same days
 */
record Candidate(
        UUID officerId,
        String code,
        String name,
        boolean reachable,
        @Nullable Post post,
        boolean stays,
        @Nullable LocalDate leftOn,
        @Nullable LocalDate banEndsOn,
        @Nullable Passed passed,
        List<Taken> taken) {
    Candidate {
        taken = List.copyOf(taken);
    }

    /** @param invited whether the unit, or one above it, holds the class or is invited */
    record Post(UUID unitId, String unitCode, String unitName, String category, boolean invited) {}

    /** A class in which the course was passed, and its last day. */
    record Passed(UUID classId, LocalDate endedOn) {}

    /** The first day on which another class takes place. */
    record Taken(UUID classId, LocalDate day) {}
}
