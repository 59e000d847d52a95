package vn.gov.hanoi.selection.defence;

/** How far a sheet has come. */
enum SheetState {
    DRAFT,
    /** Committed to; never changed. */
    SEALED,
    /** Not handed in in time: absent by decision, not zero. */
    ABSENT
}
