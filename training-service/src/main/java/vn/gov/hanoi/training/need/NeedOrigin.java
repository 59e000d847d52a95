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
    REQUIRED_TRAINING,
    /** A criterion of a told month was weak; a manager decides on it. */
    WEAK_CRITERION;

    boolean isAskedFor() {
        return this == PERSON || this == MANAGER;
    }
}
