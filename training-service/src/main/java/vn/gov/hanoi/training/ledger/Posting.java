package vn.gov.hanoi.training.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.money.Money;

/**
 * A posting that is asked for.
 *
 * @param id of the entry it becomes
 * @param amount above zero, in đồng; null for all that is open (release) and for what the reversed entry says (reversal)
 * @param description purpose, 1-500 characters; no personal data
 * @param uses other records the entry points to
 */
record Posting(
        UUID id, UUID accountId, EntryKind kind, @Nullable Money amount, String description, Uses uses) {
    Posting {
        amount = amount == null ? null : amount.requirePositive();
        if (description.isBlank()) {
            throw new IllegalArgumentException("a posting needs a description");
        }
    }

    static Posting of(UUID accountId, EntryKind kind, @Nullable Money amount, String description) {
        return new Posting(Ids.next(), accountId, kind, amount, description, Uses.NOTHING);
    }

    Posting using(Uses changed) {
        return new Posting(id, accountId, kind, amount, description, changed);
    }

    /**
     * Records that an entry points to; null for none.
     *
     * @param commitmentId entry that made the commitment
     * @param reversesId entry whose sides are swapped
     * @param transferId common to two halves
     * @param decisionId decision about the plan
     * @param expiresOn last day of a commitment
     * @param document paper that proves or orders it
     */
    record Uses(
            @Nullable UUID commitmentId,
            @Nullable UUID reversesId,
            @Nullable UUID transferId,
            @Nullable UUID decisionId,
            @Nullable LocalDate expiresOn,
            @Nullable Document document) {
        static final Uses NOTHING = new Uses(null, null, null, null, null, null);

        static Uses decision(UUID id) {
            return new Uses(null, null, null, id, null, null);
        }

        static Uses commitment(UUID id) {
            return new Uses(id, null, null, null, null, null);
        }
    }

    /** A paper with its number and day. */
    record Document(String number, LocalDate signedOn) {}
}
