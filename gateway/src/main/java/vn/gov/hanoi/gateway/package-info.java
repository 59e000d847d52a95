/**
 * The only public port of the suite. It authenticates, refuses what is malformed, and hands the same path to the
 * service that owns it; it is never the only guard. The life of a request is in FrontDoor.
 */
@NullMarked
package vn.gov.hanoi.gateway;

import org.jspecify.annotations.NullMarked;
