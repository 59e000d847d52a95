package vn.gov.hanoi.evaluation.annual;

/** What the authority should look at before it decides. */
public enum AnnualFlag {
    /** Not rated, but to be reviewed all the same. */
    REVIEW_WITHOUT_RATING,
    /** A binding condition could not be answered. */
    CONDITIONS_UNKNOWN,
    /** The conditions name no level; the authority decides. */
    NO_LEVEL_NAMED,
    /** An old agency has not given its opinion. */
    OPINION_MISSING,
    /** The head is not rated above the unit, whose level is not known. */
    UNIT_LEVEL_UNKNOWN,
    /** Disciplined by the party alone; no automatic effect. */
    PARTY_DISCIPLINE
}
