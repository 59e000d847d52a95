package vn.gov.hanoi.evaluation.ruleset;

/** What a rule set rates. */
public enum RuleSetKind {
    /** Sheets of a month or another period shorter than a year. */
    PERIODIC,
    /** The classification of a year. */
    ANNUAL
}
