package vn.gov.hanoi.selection.round;

/** Roles of the suite that this room and those about candidates know. */
public final class RoundRoles {
    public static final String READER = "selection-reader";
    /** Writes plans and announces. */
    public static final String ORGANISER = "selection-organiser";
    /** Approves plans and lists of candidates, for the managing level. */
    public static final String APPROVER = "selection-approver";
    /** Handles applications of the rounds to which the officer is assigned. */
    public static final String PERSONNEL = "selection-personnel";
    /** Stands for a post. */
    public static final String CANDIDATE = "selection-candidate";

    /** Sits in a council or a board; what it gives follows from the membership. */
    public static final String PANEL = "selection-panel";
    /** Looks into the conduct of a contest after its results are told. */
    public static final String INSPECTOR = "selection-inspector";

    private RoundRoles() {}
}
