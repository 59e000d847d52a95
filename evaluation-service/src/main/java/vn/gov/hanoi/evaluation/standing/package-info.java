/**
 * Where people stand in a year (kết quả các tháng trong năm): how many told months they have of each grade, how many without one, and the
 * mean of the points. Decision 3814-QĐ/TU makes the months the main basis of the annual rating and of rewards; whoever has to do with them
 * sees at any time what they come to so far.
 *
 * <p>Invariants: a standing is what the living told months add up to, always, since the statement that tells or corrects a month changes it
 * in the same transaction; it decides nothing, and the annual classification keeps the months it saw for itself.
 */
@NullMarked
package vn.gov.hanoi.evaluation.standing;

import org.jspecify.annotations.NullMarked;
