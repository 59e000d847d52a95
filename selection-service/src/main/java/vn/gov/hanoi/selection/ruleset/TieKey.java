package vn.gov.hanoi.selection.ruleset;

/** What decides between candidates with the same total, in the order that the rules give. */
public enum TieKey {
    /** The higher written mark. */
    WRITTEN,
    /** The higher mean of the defence. */
    PROJECT,
    /** A decision of the council, with its reason. */
    COUNCIL
}
