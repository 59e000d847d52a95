/**
 * What a reorganisation of units means here: evaluation-service drafts a plan, this service answers with what stands under its
 * units. The answer is an event in the transaction that takes the draft; nobody calls anybody (ADR 008).
 */
@NullMarked
package vn.gov.hanoi.training.reorganisation;

import org.jspecify.annotations.NullMarked;
