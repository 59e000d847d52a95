package vn.gov.hanoi.training.ledger;

/** What a posting does. */
public enum EntryKind {
    /** A decision gives money to the account. */
    ALLOCATION(AccountSide.AVAILABLE, AccountSide.APPROPRIATION),
    /** Free money is promised for a purpose. */
    COMMITMENT(AccountSide.COMMITTED, AccountSide.AVAILABLE);

    private final AccountSide debit;
    private final AccountSide credit;

    EntryKind(AccountSide debit, AccountSide credit) {
        this.debit = debit;
        this.credit = credit;
    }

    AccountSide debit() {
        return debit;
    }

    AccountSide credit() {
        return credit;
    }

    /** By how much an amount raises what is allocated. */
    long allocates(long amount) {
        return credit == AccountSide.APPROPRIATION ? amount : 0;
    }

    /** By how much an amount raises what is committed. */
    long commits(long amount) {
        return debit == AccountSide.COMMITTED ? amount : 0;
    }

    /** Whether the account must be open; an allocation may also reach a reserved account. */
    boolean needsOpenAccount() {
        return this != ALLOCATION;
    }
}
