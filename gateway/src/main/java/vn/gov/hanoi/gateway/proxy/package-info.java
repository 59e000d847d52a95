/**
 * Handing a request to its service and the answer back: fixed origins, bounded waits, counted bodies.
 */
@NullMarked
package vn.gov.hanoi.gateway.proxy;

import org.jspecify.annotations.NullMarked;
