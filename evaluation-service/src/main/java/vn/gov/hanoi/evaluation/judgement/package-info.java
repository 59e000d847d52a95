/**
 * Tells selection-service who scored, reviewed or decided told results of whom, so that nobody judges in a contest whose work he or she
 * judged before (xung đột lợi ích). Invariants: told in the transaction that publishes or replaces the results; ids of officers and days
 * only, no result, no points and no names; one event for each judge. Law: 2424/BNV-CCVC of 09/05/2017 (fairness of the contest).
 */
@NullMarked
package vn.gov.hanoi.evaluation.judgement;

import org.jspecify.annotations.NullMarked;
