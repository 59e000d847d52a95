package vn.gov.hanoi.training.plan;

/** What a decision about a plan does. */
enum DecisionKind {
    /** Giao chỉ tiêu kế hoạch và dự toán kinh phí: the first decision of a year. */
    ASSIGN,
    /** Điều chỉnh: raises and lowers quota and money, and adds lines. */
    ADJUST,
    /** Điều chuyển: quota and money from one unit to another, never from one funding source to another. */
    TRANSFER,
    /** Giao chỉ tiêu chờ phê duyệt: gives quota to pending lines and opens the accounts of their blocks. */
    RELEASE,
    /** Đóng kế hoạch: nothing is open any more; recorded by the plan's action. */
    CLOSE;

    boolean isChange() {
        return this == ADJUST || this == TRANSFER || this == RELEASE;
    }
}
