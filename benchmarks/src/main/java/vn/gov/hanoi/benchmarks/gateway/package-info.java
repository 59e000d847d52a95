/**
 * The gateway beside what one would take in its place: HAProxy that checks tokens, Spring Cloud Gateway as a resource server, nginx that checks nothing.
 * All stand before one static origin, get the same requests from one generator and take turns on one processor of their own.
 */
@NullMarked
package vn.gov.hanoi.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
