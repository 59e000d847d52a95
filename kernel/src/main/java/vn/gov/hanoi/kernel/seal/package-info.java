/**
 * Authenticated encryption of small values that leave the database or rest in it: cursors and stored answers.
 * AES-256-GCM with a context that must be the same when opening.
 */
@NullMarked
package vn.gov.hanoi.kernel.seal;

import org.jspecify.annotations.NullMarked;
