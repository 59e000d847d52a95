package vn.gov.hanoi.training.course;

/** Where a class stands. */
enum ClassState {
    /** Quota taken, money committed. */
    OPENED
}
