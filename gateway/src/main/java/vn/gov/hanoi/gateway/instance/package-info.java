/**
 * Several processes of one service: which of them is asked, which is left out for a while, and when another one may be
 * asked instead. A request reaches at most one instance unless it only reads or no connection could be made.
 */
@NullMarked
package vn.gov.hanoi.gateway.instance;

import org.jspecify.annotations.NullMarked;
