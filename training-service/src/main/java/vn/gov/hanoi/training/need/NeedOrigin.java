package vn.gov.hanoi.training.need;

/** Where a need comes from. */
enum NeedOrigin {
    /** The annual classification of a year. */
    CLASSIFICATION,
    /** The officer asked for it. */
    PERSON,
    /** A manager of the officer asked for it. */
    MANAGER,
    /** The post requires it. */
    REQUIRED_TRAINING;

    boolean isAskedFor() {
        return this == PERSON || this == MANAGER;
    }
}
