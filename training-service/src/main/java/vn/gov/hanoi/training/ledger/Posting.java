package vn.gov.hanoi.training.ledger;

import java.util.UUID;
import vn.gov.hanoi.kernel.money.Money;

/**
 * A posting that is asked for.
 *
 * @param amount above zero, in đồng
 * @param description purpose, 1-500 characters; no personal data
 */
public record Posting(UUID accountId, EntryKind kind, Money amount, String description) {
    public Posting {
        amount = amount.requirePositive();
        if (description.isBlank()) {
            throw new IllegalArgumentException("a posting needs a description");
        }
    }
}
