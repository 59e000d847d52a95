/**
 * Kênh hỗ trợ: which unit's head advises on the head of which other one. 3814-QĐ/TU has directors of specialised departments review the
 * heads of specialised divisions, and district chairmen score commune chairmen; how the first stand to each other is in no directory, so
 * it is a dated table. That "specialised" means the vertical line from a department is the likelier reading (domain 4.4, 11 default 18;
 * legal_check).
 *
 * <p>Invariants: at most one line of a channel to a unit on a day; district chairmen are never in the table, they follow from the tree.
 */
@NullMarked
package vn.gov.hanoi.evaluation.advisory;

import org.jspecify.annotations.NullMarked;
