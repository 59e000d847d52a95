package vn.gov.hanoi.evaluation.monthly;

/** Roles of the realm for evaluation. */
public final class EvaluationRoles {
    /** Reads closings and sheets of the unit scope: state and grade. */
    public static final String READER = "evaluation-reader";
    /** Scores the own sheet, and does what the authority of the day allows. */
    public static final String PARTICIPANT = "evaluation-participant";
    /** Cán bộ tổ chức: opens, publishes and locks periods of the unit scope, and sees points. */
    public static final String KEEPER = "evaluation-keeper";

    private EvaluationRoles() {}
}
