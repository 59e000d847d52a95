/**
 * Objections (kiến nghị): the subject of a published result says what is wrong with it, and somebody who had no hand in the result resolves
 * that. Today monthly results can be contested; the shape, the states and the guard are those of every objection of the suite.
 *
 * <p>Invariants: one objection of a revision that is not withdrawn, for what was resolved is not examined again; deadlines are computed at
 * the receipt and never move; what was said and how it ended never changes; an accepted objection and the corrected result are one
 * transaction. Law: for public employees within 5 days of the publication, resolved within 10 working days; Decree 335/2025 of 21/12/2025,
 * art. 24, for civil servants; both windows are data of the rule set (legal_check).
 */
@NullMarked
package vn.gov.hanoi.evaluation.objection;

import org.jspecify.annotations.NullMarked;
