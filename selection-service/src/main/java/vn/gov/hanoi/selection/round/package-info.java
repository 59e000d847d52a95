/**
 * Rounds of competitive selection: the plan with its posts, conditions and calendar, its approval, announcement, suspension and end.
 * Nobody approves a plan they wrote; a decision stands behind each step; a round is the only one who announces its posts. Nothing of a
 * round, its version included, changes when somebody applies. Law: 2424/BNV-CCVC of 09/05/2017; deadlines by the rules of recruitment.
 */
@NullMarked
package vn.gov.hanoi.selection.round;

import org.jspecify.annotations.NullMarked;
