package vn.gov.hanoi.evaluation.officer;

/** Place in the unit. A unit has one head on a day. */
public enum Position {
    HEAD,
    DEPUTY_HEAD,
    STAFF
}
