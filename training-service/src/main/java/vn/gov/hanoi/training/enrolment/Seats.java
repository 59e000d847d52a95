package vn.gov.hanoi.training.enrolment;

import java.util.Optional;

/**
 * The seats of a class. A seat is taken when a nomination is approved; who leaves a seat gives it to the first that waits, or frees it.
 *
 * @param places at least 1
 * @param taken from 0 to places
 */
record Seats(int places, int taken) {
    Seats {
        if (places < 1 || taken < 0 || taken > places) {
            throw new IllegalArgumentException("seats that cannot be: " + taken + " of " + places);
        }
    }

    /** What an approval leads to. */
    record Approval(EnrolmentState state, Seats seats) {}

    /**
     * What leaving leads to.
     *
     * @param promoted arrival of the one who moves up
     */
    record Leaving(Optional<Long> promoted, Seats seats) {}

    /** A seat if there is one, else a place in the line. */
    Approval approve() {
        return taken < places
                ? new Approval(EnrolmentState.ENROLLED, new Seats(places, taken + 1))
                : new Approval(EnrolmentState.WAITING, this);
    }

    /**
     * Somebody leaves.
     *
     * @param state of who leaves; only a seat can be handed on
     * @param next arrival of the first who waits and may still come; empty also once the class has begun
     */
    Leaving leave(EnrolmentState state, Optional<Long> next) {
        if (state != EnrolmentState.ENROLLED) {
            return new Leaving(Optional.empty(), this);
        }
        return next.isPresent() ? new Leaving(next, this) : new Leaving(Optional.empty(), new Seats(places, taken - 1));
    }
}
