package vn.gov.hanoi.evaluation.appointment;

/** What became of an appointment in the directory. */
enum OrderState {
    /** Its first day is to come, or it is about to be carried out. */
    WAITING,
    /** The post is recorded. */
    APPLIED,
    /** The directory refused it; selection-service may tell it again. */
    REFUSED,
    /** Taken back before its first day. */
    REVOKED
}
