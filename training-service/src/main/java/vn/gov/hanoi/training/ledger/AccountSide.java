package vn.gov.hanoi.training.ledger;

/** The two sides of an entry are two of these; money moves from the credit side to the debit side. */
enum AccountSide {
    /** What the City decided to give; the source of all money here. */
    APPROPRIATION,
    /** Given and free. */
    AVAILABLE,
    /** Promised for a purpose, not yet spent. */
    COMMITTED
}
