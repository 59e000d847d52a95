package vn.gov.hanoi.evaluation.quota;

/** What holds for a group so small that its cap is 0. The law is silent (assumed; legal_check). */
public enum SmallUnitPolicy {
    /** Nobody; the default. */
    NONE,
    /** One, if the decider gives a written reason. */
    AT_MOST_ONE_WITH_REASON,
    /** The group counts together with the group named as its pool: its parent, or a group with similar tasks. */
    POOL_WITH_PARENT
}
