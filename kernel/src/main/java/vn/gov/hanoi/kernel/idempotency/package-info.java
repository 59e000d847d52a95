/**
 * One write, one effect: the transaction of a command with its idempotency record.
 * The answer is stored, encrypted, in the transaction of the effect and replayed for the same key and the same content.
 * Refusals and failures store nothing, so a retry runs.
 */
@NullMarked
package vn.gov.hanoi.kernel.idempotency;

import org.jspecify.annotations.NullMarked;
