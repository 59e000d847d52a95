package vn.gov.hanoi.kernel.idempotency;

/** Rolls a command back and still answers what became of it: a trial, or many rows of which one refused all. */
public final class NothingKept extends RuntimeException {
    private final int status;
    private final transient Object outcome;

    /** @param outcome body of the answer */
    public NothingKept(int status, Object outcome) {
        super("nothing is kept", null, false, false);
        this.status = status;
        this.outcome = outcome;
    }

    int status() {
        return status;
    }

    Object outcome() {
        return outcome;
    }
}
