package vn.gov.hanoi.evaluation.unittask;

/** What became of a task. */
enum Outcome {
    DONE,
    NOT_DONE
}
