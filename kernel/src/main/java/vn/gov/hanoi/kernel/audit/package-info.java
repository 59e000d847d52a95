/**
 * The record of who did what, for which unit, under which request.
 * It is written in the transaction of the change: a change without its record does not commit.
 */
@NullMarked
package vn.gov.hanoi.kernel.audit;

import org.jspecify.annotations.NullMarked;
