package vn.gov.hanoi.evaluation.fairness;

/** What is looked for. */
enum FlagKind {
    /** The mean of a rater's results is far from those of peers, above or below. */
    LENIENCY,
    /** The mean of a rater has moved between the halves of the span, and those of peers have not. */
    DRIFT,
    /** More people of an agency stand just above the points of a grade than beside them. */
    BUNCHING,
    /** An agency has used the cap on the best grade to the last place in every month. */
    CAP_EXHAUSTED
}
