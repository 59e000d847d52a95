package vn.gov.hanoi.training.proposal;

/** Steps of planning that have a last day. */
enum PlanningStep {
    /** A unit asks for itself. */
    UNIT_PROPOSAL,
    /** A unit takes up what units below asked. */
    CONSOLIDATION,
    /** The City costs what goes on. */
    COSTING
}
