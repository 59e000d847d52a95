package vn.gov.hanoi.selection.paper;

/** How far the marking of a script has come; it tells nothing of the points but that two lie too far apart. */
enum ScriptState {
    /** A marker is missing. */
    UNASSIGNED,
    MARKING,
    /** Two markings lie too far apart, and the head of the board names a third marker. */
    SPREAD,
    THIRD_MARKING,
    MARKED
}
