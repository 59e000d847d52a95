package vn.gov.hanoi.training.need;

/** Where a need is. */
enum NeedState {
    /** Asked for, or found by a rule, and not yet confirmed by a manager. */
    PROPOSED,
    /** Holds until a correction takes the reason away. */
    OPEN,
    /** A manager said no, with a reason. */
    REFUSED,
    /** Its reason is gone. */
    WITHDRAWN
}
