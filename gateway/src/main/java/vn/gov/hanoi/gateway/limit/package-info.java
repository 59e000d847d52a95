/**
 * How much one person, one client and one organisation may ask for in a time, by class of operation. Each has its own
 * allowance, so what one organisation does takes nothing from another. Counted by each replica for itself.
 */
@NullMarked
package vn.gov.hanoi.gateway.limit;

import org.jspecify.annotations.NullMarked;
