package vn.gov.hanoi.training.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry as it now stands in the ledger.
 *
 * @param seq place in the account's order, contiguous from 1
 */
public record PostedEntry(UUID id, long seq, Instant recordedAt) {}
