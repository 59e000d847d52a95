package vn.gov.hanoi.evaluation.monthly;

/** Roles of the realm for evaluation. */
final class EvaluationRoles {
    /** Reads closings and sheets of the unit scope: state and grade. */
    static final String READER = "evaluation-reader";
    /** Scores the own sheet, and does what the authority of the day allows. */
    static final String PARTICIPANT = "evaluation-participant";
    /** Cán bộ tổ chức: opens, publishes and locks periods of the unit scope, and sees points. */
    static final String KEEPER = "evaluation-keeper";

    private EvaluationRoles() {}
}
