/**
 * Tries a rule set, a draft too, on months that are over: what was decided is scored again by the other rules, and the shifts are counted by
 * unit and category. Nothing of a result is written: the stored inputs go through the same pure functions, and only counts are kept, for
 * whoever asked. Domain: issue C, "simulation"; capability C2.
 */
@NullMarked
package vn.gov.hanoi.evaluation.simulation;

import org.jspecify.annotations.NullMarked;
