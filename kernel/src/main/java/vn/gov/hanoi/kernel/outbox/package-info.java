/**
 * Events that leave if and only if their transaction committed.
 * The writer adds rows in the transaction of the change; one relay per database sends them, in order per key, and moves
 * them to the event log after the broker's acknowledgement. Duplicates are possible, loss is not.
 */
@NullMarked
package vn.gov.hanoi.kernel.outbox;

import org.jspecify.annotations.NullMarked;
