package vn.gov.hanoi.selection.appointment;

/** Place in the unit, as the directory calls it. */
enum Position {
    /** The head before goes on that day. */
    HEAD,
    DEPUTY_HEAD
}
