package vn.gov.hanoi.training.plan;

/** What a decision about a plan does. */
enum DecisionKind {
    /** Giao chỉ tiêu kế hoạch và dự toán kinh phí: the first decision of a year. */
    ASSIGN
}
