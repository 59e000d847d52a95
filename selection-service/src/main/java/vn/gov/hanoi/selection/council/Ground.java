package vn.gov.hanoi.selection.council;

/** What stands between somebody who judges and a candidate (xung đột lợi ích). */
enum Ground {
    SPOUSE,
    PARENT,
    CHILD,
    SIBLING,
    /** Any other tie that was told. */
    OTHER_TIE,
    /** The member does not want to judge (từ chối). */
    RECUSAL,
    /** Main posts in one unit on a day since the candidate applied; computed, as the following. */
    SAME_UNIT,
    /** The main post of the member in a unit above that of the candidate. */
    UNIT_ABOVE,
    /** The main post of the member in a unit below that of the candidate. */
    UNIT_BELOW,
    /** The member scored, reviewed or decided results of the candidate. */
    EARLIER_JUDGE
}
