package vn.gov.hanoi.evaluation.ruleset;

/** How far a rule set has come. */
public enum RuleSetStatus {
    /** Being written; for simulation only, never chosen for a period. */
    DRAFT,
    /** Chosen for a period, but no rating is issued on it. */
    PILOT,
    /** Checked by a lawyer; ratings are issued on it. */
    OFFICIAL
}
