package vn.gov.hanoi.training.degree;

/** How far a degree training has come. */
enum DegreeState {
    PROPOSED,
    APPROVED,
    REJECTED,
    /** Taken back before the person was sent. */
    WITHDRAWN,
    /** The person studies. */
    SENT,
    COMPLETED,
    /** Came back without the degree. */
    NOT_COMPLETED,
    /** Left the study or the job. */
    LEFT
}
