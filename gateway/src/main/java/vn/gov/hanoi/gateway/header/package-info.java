/**
 * Which headers cross the gateway, in both directions, and which it sets itself.
 */
@NullMarked
package vn.gov.hanoi.gateway.header;

import org.jspecify.annotations.NullMarked;
