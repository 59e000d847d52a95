/**
 * Rating records: the results of months and years that evaluation-service told, kept as evidence for selection. No points are known here.
 * A record is one revision and never changes; of the revisions of one officer and period the newest counts, the others stay with a mark.
 * Law: results are a main basis of planning and appointment (335/2025 art. 23 cl. 3; Hanoi criteria framework, domain of monthly rating).
 */
@NullMarked
package vn.gov.hanoi.selection.rating;

import org.jspecify.annotations.NullMarked;
