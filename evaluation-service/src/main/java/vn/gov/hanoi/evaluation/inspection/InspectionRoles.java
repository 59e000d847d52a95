package vn.gov.hanoi.evaluation.inspection;

/** Roles of the realm for inspections. */
final class InspectionRoles {
    /** Leads inspections in the unit scope: plans, checklists, teams. */
    static final String LEAD = "inspection-lead";
    /** Inspects as a member of a team. */
    static final String INSPECTOR = "inspector";
    /** Reads inspections that have begun, or are announced, in the unit scope, and the report on accountability. */
    static final String READER = "inspection-reader";
    /** Claims remedies for the unit, where the authority of the day allows it. */
    static final String PARTICIPANT = "evaluation-participant";

    private InspectionRoles() {}
}
