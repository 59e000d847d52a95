/**
 * The evaluation of a month, from the plan to the published grade. A closing (kỳ của một cơ quan) holds the sheets (phiếu) of one rating
 * unit; each sheet goes through the steps that its rule set has, and every act asks one guard, which also says what can be done next.
 *
 * <p>Invariants: one living sheet of an officer and period; a grade only where the points were computed, never above what they give; what
 * is published never changes but by a later revision; recomputing the stored inputs gives the stored digest; a published closing keeps the
 * cap of its rule sets. Law: 3814-QĐ/TU of 16/05/2018 and its successors; Decree 335/2025 of 21/12/2025; steps, days and the order of them
 * are data of the rule set (legal_check).
 */
@NullMarked
package vn.gov.hanoi.evaluation.monthly;

import org.jspecify.annotations.NullMarked;
