package vn.gov.hanoi.kernel.inbox;

/** A record that is no event of ours. The message says which check failed, never a value of the record. */
final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message) {
        super(message);
    }
}
