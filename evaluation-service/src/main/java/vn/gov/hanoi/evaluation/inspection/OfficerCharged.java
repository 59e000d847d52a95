package vn.gov.hanoi.evaluation.inspection;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Told in the transaction that records or takes back what somebody answers for, so that rooms which use it keep what follows in the same
 * transaction. Until its end nobody else reads it to decide by it.
 *
 * @param month first day of the month of the event
 */
public record OfficerCharged(UUID officerId, LocalDate month) {}
