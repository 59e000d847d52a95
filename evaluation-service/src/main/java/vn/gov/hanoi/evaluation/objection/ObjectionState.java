package vn.gov.hanoi.evaluation.objection;

/** How far an objection has come. */
enum ObjectionState {
    /** Tiếp nhận: filed in time by the subject. */
    RECEIVED,
    /** Đang xem xét: somebody who may resolve it has taken it up. */
    UNDER_REVIEW,
    /** Chấp nhận: another result stands in the place of the contested one. */
    RESOLVED_ACCEPTED,
    /** Không chấp nhận: the result stands, with reasons. */
    RESOLVED_REJECTED,
    /** Rút kiến nghị: by the subject; within the window another one may follow. */
    WITHDRAWN;

    /** Whether it still waits for its end. */
    boolean isOpen() {
        return this == RECEIVED || this == UNDER_REVIEW;
    }
}
