/**
 * The one clock of the gateway. Everything with a limit in time takes it, so that tests can move it.
 */
@NullMarked
package vn.gov.hanoi.gateway.time;

import org.jspecify.annotations.NullMarked;
