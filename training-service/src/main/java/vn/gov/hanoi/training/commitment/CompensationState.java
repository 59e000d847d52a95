package vn.gov.hanoi.training.commitment;

/** How far a case has come. */
enum CompensationState {
    /** Proposed; nobody owes anything. */
    OPEN,
    /** A council decided what is paid. */
    DECIDED,
    /** Something is paid. */
    PAYING,
    /** All is paid. */
    SETTLED,
    /** Nothing is paid, on a ground of the decree. */
    EXEMPTED,
    /** It was no case. */
    CANCELLED
}
