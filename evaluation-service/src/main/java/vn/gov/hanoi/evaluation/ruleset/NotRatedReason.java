package vn.gov.hanoi.evaluation.ruleset;

/** Why a period has no rating. It is not zero: it is left out of every mean. */
public enum NotRatedReason {
    /** Away on all working days of the period. */
    ABSENT_ALL_PERIOD,
    /** Thai sản: on maternity leave on all working days of the period. */
    MATERNITY_ALL_PERIOD,
    /** The person came to the unit after the period. */
    BEFORE_TRANSFER_IN
}
