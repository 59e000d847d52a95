package vn.gov.hanoi.training.commitment;

/** How far a promise of service has come. */
enum CommitmentState {
    /** The person studies. */
    SIGNED,
    /** The person serves. */
    RUNNING,
    /** It was served to its end; follows from the days, nobody records it. */
    FULFILLED,
    /** The study was not completed. */
    VOID,
    /** It was not kept, and a council decided what is paid. */
    BROKEN,
    /** The person was exempted. */
    RELEASED
}
