/**
 * Training needs (nhu cầu bồi dưỡng) that follow from annual classifications: who was classified at a level, or with a consequence,
 * that calls for training. One need at most is open for an officer and year; a correction without the reason withdraws it, nothing is deleted.
 * Law: Decree 335/2025 art. 23 cl. 3; which levels call for training is data with its mark.
 */
@NullMarked
package vn.gov.hanoi.training.need;

import org.jspecify.annotations.NullMarked;
