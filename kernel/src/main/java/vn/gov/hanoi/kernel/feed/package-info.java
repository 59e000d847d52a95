/**
 * The feed of sent events over HTTP: pages, waiting and streams for whoever has no right at the broker.
 * A position is given after the commit by the one relay that works, so nothing appears behind what was read; who sees an event is decided
 * for its record as a whole, so the sequences of a record stay contiguous; what the data file of the service does not open is closed.
 * No thread and no connection is held while somebody waits.
 */
@NullMarked
package vn.gov.hanoi.kernel.feed;

import org.jspecify.annotations.NullMarked;
