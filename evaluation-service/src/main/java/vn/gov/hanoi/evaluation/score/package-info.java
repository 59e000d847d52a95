/**
 * The points and the grade of one sheet, computed from a rule set and the recorded inputs, with every step explained. All of it is pure:
 * the same inputs give the same result, the same steps and the same digest for ever, in whatever order they are given. Numbers are exact
 * fractions; the grade follows from the exact value before any rounding. Absent is not zero.
 */
@NullMarked
package vn.gov.hanoi.evaluation.score;

import org.jspecify.annotations.NullMarked;
