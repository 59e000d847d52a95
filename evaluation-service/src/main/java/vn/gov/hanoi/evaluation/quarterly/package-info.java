/**
 * Quarters (quý): what the told months of somebody come to, by the rules of the last of them. Decree 335/2025 of 21/12/2025, art. 17 cl. 3
 * and App. I: general points are averaged over the months really worked, products are added up, of a leader's factors the least counts (rule
 * set VN-CC-2026; legal_check).
 *
 * <p>Invariants: nothing is stored and nothing is decided, since a quarter is no rating decision; a result follows from told months alone,
 * which never change, so the same months give the same digest for ever, and a corrected month gives another result with another digest.
 */
@NullMarked
package vn.gov.hanoi.evaluation.quarterly;

import org.jspecify.annotations.NullMarked;
