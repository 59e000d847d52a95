package vn.gov.hanoi.selection.condition;

/** What a condition came to. */
public enum Outcome {
    MET,
    NOT_MET,
    /** A source has no record or does not answer. */
    UNKNOWN
}
