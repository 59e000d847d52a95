package vn.gov.hanoi.selection.paper;

/** Whether somebody came to the written round. */
enum Attendance {
    EXPECTED,
    PRESENT,
    ABSENT,
    /** Came later than the rules allow, and did not sit. */
    TOO_LATE
}
