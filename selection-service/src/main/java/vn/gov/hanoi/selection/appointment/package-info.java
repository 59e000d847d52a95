/**
 * Appointments after a contest: the proposal of who comes first for a post, consents, the decision with its first day and term, and what the
 * directory made of it.
 *
 * <p>Nobody decides what he or she proposed, and a person is appointed to one post: the other candidacies end with the decision and stand again
 * when it is revoked. Whoever does not meet a condition any more is not appointed. A post ends once, with somebody appointed or with nobody; the
 * last one closes the round.
 *
 * <p>2424/BNV-CCVC of 09/05/2017: the contest replaces the choice only; five years, at most two consecutive terms. Who may follow, consents and
 * probation are data (legal_check).
 */
@NullMarked
package vn.gov.hanoi.selection.appointment;

import org.jspecify.annotations.NullMarked;
