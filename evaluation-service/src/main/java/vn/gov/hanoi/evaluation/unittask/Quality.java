package vn.gov.hanoi.evaluation.unittask;

/** Whether a finished task is of the quality that was asked for. */
enum Quality {
    MET,
    NOT_MET
}
