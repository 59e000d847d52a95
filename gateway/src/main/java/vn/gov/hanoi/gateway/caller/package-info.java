/**
 * What a call says of itself, checked once at the door: organisation, purpose, case and user. A service checks it again with the same
 * code; what stands in the access log is codes of lists only, never who.
 */
@NullMarked
package vn.gov.hanoi.gateway.caller;

import org.jspecify.annotations.NullMarked;
