package vn.gov.hanoi.evaluation.unittask;

/** How far a task has come. Which of the two DONE it is follows from its dates; the database derives the same. */
enum TaskState {
    /** Given, and no outcome is confirmed yet. */
    ASSIGNED,
    /** Finished on the day on which it was due, or before. */
    DONE_ON_TIME,
    /** Finished later. */
    DONE_LATE,
    NOT_DONE,
    /** Withdrawn by who assigned it; it counts nowhere. */
    CANCELLED
}
