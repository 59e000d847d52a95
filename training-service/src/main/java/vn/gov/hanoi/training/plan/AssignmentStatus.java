package vn.gov.hanoi.training.plan;

/** Whether a block or line is usable. */
public enum AssignmentStatus {
    /** Assigned by the decision; classes may open, money may be committed. */
    ASSIGNED,
    /** Reserved until the City approves the adjustment that allots it; quota is null. */
    PENDING_APPROVAL
}
