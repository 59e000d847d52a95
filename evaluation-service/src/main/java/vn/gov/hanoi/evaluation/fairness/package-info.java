/**
 * Signs that raters do not measure alike: leniency and drift of a rater against peers, results heaped just above the points of a grade, a cap
 * on the best grade that is always used to the last place. A flag is a reason to look at something with people who know it, never a finding
 * and never a penalty; it carries the statistic on which it rests.
 *
 * <p>Invariants: nothing is told of fewer people than the configured group; what is left out for that reason is counted and not named; no
 * number of an answer is about one person's result. Thresholds and caps are those of the rule sets under which people were rated; no law asks
 * for the flags themselves.
 */
@NullMarked
package vn.gov.hanoi.evaluation.fairness;

import org.jspecify.annotations.NullMarked;
