package vn.gov.hanoi.evaluation.annual;

/** Why a decision on a year is refused. */
public enum DecisionFault {
    /** Official ratings rest on official rule sets only. */
    RULE_SET_NOT_OFFICIAL,
    /** A decided year is changed by a new rating that supersedes it, never in place. */
    ALREADY_DECIDED,
    /** Nobody decides on the own year. */
    DECIDER_IS_SUBJECT,
    NUMBER_MISSING,
    /** A collective decides with minutes. */
    MINUTES_MISSING,
    /** An old agency has to be heard first. */
    OPINION_MISSING,
    /** The year is not rated by the rules. */
    YEAR_NOT_RATED,
    /** The year is rated by the rules, so it gets a level. */
    LEVEL_MISSING,
    /** A condition is proved not to hold, or a ceiling stands. */
    ABOVE_LIMIT,
    /** The decision differs from the suggestion, or there was none. */
    REASON_MISSING
}
