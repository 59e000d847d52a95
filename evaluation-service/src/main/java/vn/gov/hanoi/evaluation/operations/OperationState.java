package vn.gov.hanoi.evaluation.operations;

/** Where an operation stands. */
public enum OperationState {
    /** Durable, not begun. */
    QUEUED,
    RUNNING,
    SUCCEEDED,
    /** Ended; a part of it was refused, the rest is done. */
    PARTIAL,
    /** Ended without effect, or stopped by a fault; the problem says why. */
    FAILED,
    CANCELLED;

    public boolean isFinished() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case SUCCEEDED, PARTIAL, FAILED, CANCELLED -> true;
        };
    }
}
