package vn.gov.hanoi.evaluation.ruleset;

/** How sure a rule is. */
public enum Confidence {
    /** Stated by a legal text, an official guidance or the City. */
    LAW,
    /** Somebody else's reading of the law; to be compared with the text before the rule set becomes official. */
    SECONDARY,
    /** An assumption; always marked for the legal check. */
    ASSUMED
}
