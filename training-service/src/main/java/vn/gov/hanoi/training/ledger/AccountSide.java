package vn.gov.hanoi.training.ledger;

/** The two sides of an entry are two of these; money moves from the credit side to the debit side. */
enum AccountSide {
    /** What the City decided to give; the source of all money here. */
    APPROPRIATION,
    /** Given and free. */
    AVAILABLE,
    /** Promised for a purpose, not yet spent. */
    COMMITTED,
    /** Paid, and its documents not yet accepted. */
    SPENT,
    /** Paid, with accepted documents (quyết toán). */
    SETTLED,
    /** Given back to the budget when the books were closed. */
    RETURNED,
    /** Clearing between accounts of one year and source; zero over all of them. */
    TRANSFER,
    /** Clearing between two years of one source; zero over both. */
    CARRIED;

    /** Whether money that leaves this side comes into the account. */
    boolean isOutside() {
        return this == APPROPRIATION || this == TRANSFER || this == CARRIED;
    }
}
