/** Raw sockets on both sides of the gateway. */
@NullMarked
package vn.gov.hanoi.gateway.support;

import org.jspecify.annotations.NullMarked;
