/**
 * Tells training-service which criteria of a told month are weak, so that a need of training can be opened from them (vòng khép kín đánh giá -
 * bồi dưỡng). Invariants: told in the transaction that publishes or replaces the result; always the whole state of an officer and month; no
 * names, and points only of criteria that were weak in the last months, on a topic of their own that no service but training may read (whether
 * training helped is shown there of groups only). Law: 3814-QĐ/TU makes monthly results a basis of training; the share that is weak is an assumption kept as data.
 */
@NullMarked
package vn.gov.hanoi.evaluation.weakness;

import org.jspecify.annotations.NullMarked;
