package vn.gov.hanoi.training.enrolment;

/** How far an enrolment has come. */
public enum EnrolmentState {
    /** Waits for the unit that holds the class. */
    NOMINATED,
    /** Has a seat. */
    ENROLLED,
    /** Approved, but all seats are taken. */
    WAITING,
    REJECTED,
    WITHDRAWN,
    /** The class was not held, or went by without them. */
    CANCELLED;

    /** Whether it still counts, so that its days are taken. */
    boolean isOpen() {
        return this == NOMINATED || this == ENROLLED || this == WAITING;
    }
}
