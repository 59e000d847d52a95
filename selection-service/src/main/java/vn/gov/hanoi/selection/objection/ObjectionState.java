package vn.gov.hanoi.selection.objection;

/** How far an objection has come; the names are those of objections to results. */
enum ObjectionState {
    /** Tiếp nhận: filed in time by the person. */
    RECEIVED,
    /** Rút đơn: by the person; within the time another one may follow. */
    WITHDRAWN,
    /** Chấp nhận: another mark stands in the place of the first. */
    RESOLVED_ACCEPTED,
    /** Không chấp nhận: the second marking came to the same mark. */
    RESOLVED_REJECTED
}
