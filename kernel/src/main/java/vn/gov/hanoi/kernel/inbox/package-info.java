/**
 * Events that arrive: at least once, with exactly one effect.
 * The event id is stored in the transaction of the effect; what cannot be applied becomes a dead letter that an operator
 * can list, replay or discard with a reason, and the partition moves on.
 */
@NullMarked
package vn.gov.hanoi.kernel.inbox;

import org.jspecify.annotations.NullMarked;
