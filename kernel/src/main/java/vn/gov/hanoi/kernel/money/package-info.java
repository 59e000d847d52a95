/**
 * Money as a whole number of đồng. Arithmetic is exact or fails; nothing is rounded without a named step.
 * The đồng has no subunit in use, so a long holds every budget of the State.
 */
@NullMarked
package vn.gov.hanoi.kernel.money;

import org.jspecify.annotations.NullMarked;
