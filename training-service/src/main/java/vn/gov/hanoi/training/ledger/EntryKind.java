package vn.gov.hanoi.training.ledger;

import org.jspecify.annotations.Nullable;

/** What a posting does. */
enum EntryKind {
    /** A decision gives money to the account. */
    ALLOCATION(AccountSide.AVAILABLE, AccountSide.APPROPRIATION),
    /** A decision takes free money back. */
    REDUCTION(AccountSide.APPROPRIATION, AccountSide.AVAILABLE),
    /** A decision moves free money to another account of the same year and source. */
    TRANSFER_OUT(AccountSide.TRANSFER, AccountSide.AVAILABLE),
    /** The other half of {@link #TRANSFER_OUT}. */
    TRANSFER_IN(AccountSide.AVAILABLE, AccountSide.TRANSFER),
    /** Free money is promised for a purpose. */
    COMMITMENT(AccountSide.COMMITTED, AccountSide.AVAILABLE),
    /** What is promised and not needed is free again. */
    RELEASE(AccountSide.AVAILABLE, AccountSide.COMMITTED),
    /** Promised money is paid. */
    EXPENDITURE(AccountSide.SPENT, AccountSide.COMMITTED),
    /** Paid money without accepted documents comes back and is free. */
    REFUND(AccountSide.AVAILABLE, AccountSide.SPENT),
    /** The documents of what was paid are accepted (quyết toán). */
    SETTLEMENT(AccountSide.SETTLED, AccountSide.SPENT),
    /** What is left at the closing goes back to the budget. */
    RETURN(AccountSide.RETURNED, AccountSide.AVAILABLE),
    /** What is left at the closing goes on to the next year. */
    CARRIED_OUT(AccountSide.CARRIED, AccountSide.AVAILABLE),
    /** The other half of {@link #CARRIED_OUT}. */
    CARRIED_IN(AccountSide.AVAILABLE, AccountSide.CARRIED),
    /** Takes back another entry by swapping its sides. */
    REVERSAL(null, null);

    private final @Nullable AccountSide debit;
    private final @Nullable AccountSide credit;

    EntryKind(@Nullable AccountSide debit, @Nullable AccountSide credit) {
        this.debit = debit;
        this.credit = credit;
    }

    /** Side that the amount goes to; null where the reversed entry decides. */
    @Nullable
    AccountSide debit() {
        return debit;
    }

    /** Side that the amount comes from; null where the reversed entry decides. */
    @Nullable
    AccountSide credit() {
        return credit;
    }
}
