package vn.gov.hanoi.training.ledger;

/** Whether money of an account may be used. */
public enum AccountState {
    /** Commitments are possible. */
    OPEN,
    /** Allocated, but reserved until the City approves the adjustment that allots it. */
    PENDING_APPROVAL,
    /** The books of the year are closed; nothing is posted any more. */
    CLOSED
}
