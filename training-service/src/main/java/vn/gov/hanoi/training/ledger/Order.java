package vn.gov.hanoi.training.ledger;

import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.idempotency.Writes.UsedKey;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * A posting and who asks for it.
 *
 * @param audited verb of the audit entry, for example {@code ledger.commit}; null if the caller of the door writes his own
 * @param direct the request of somebody outside; null for the rooms of this service, who asked themselves what is allowed
 */
record Order(
        Posting posting,
        Caller caller,
        @Nullable String audited,
        @Nullable Direct direct) {
    /**
     * What holds for a request from outside only: the account must be in the scope, and the key is used once.
     *
     * @param key null if the request is tried out
     */
    record Direct(@Nullable UsedKey key, String traceId) {}

    static Order ofRoom(Posting posting, Caller caller) {
        return new Order(posting, caller, null, null);
    }
}
