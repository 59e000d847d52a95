/**
 * The money of the plans: one account per year, funding source and block; double entry, whole đồng, entries never altered.
 * Invariants, held by one SQL statement per posting and by CHECK constraints: 0 <= committed + spent <= allocated at every
 * sequence number, sequence numbers contiguous, columns equal to the sum of the entries, one funding source per account.
 * Law: estimate, management and use of training money follow the approved plan (Circular 36/2018/TT-BTC).
 */
@NullMarked
package vn.gov.hanoi.training.ledger;

import org.jspecify.annotations.NullMarked;
