package vn.gov.hanoi.selection.defence;

/** How far a defence has come. */
enum DefenceState {
    /** It has a place and a time. */
    DRAWN,
    /** It is said who is present; they mark. */
    HELD,
    /** All sheets are opened together. */
    OPENED,
    /** The candidate did not come. */
    ABSENT
}
