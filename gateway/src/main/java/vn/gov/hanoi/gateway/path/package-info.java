/**
 * Which request targets are let in. A path that is not canonical is refused, never repaired, so that policy, routing,\n * log and service see one string.
 */
@NullMarked
package vn.gov.hanoi.gateway.path;

import org.jspecify.annotations.NullMarked;
