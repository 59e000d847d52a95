/**
 * Who calls, and which part of the organisation the call may touch.
 * A scope is a unit and everything below it on a date; every query and every write takes one.
 * Roles come from the token, the tree from the service's own database.
 */
@NullMarked
package vn.gov.hanoi.kernel.scope;

import org.jspecify.annotations.NullMarked;
