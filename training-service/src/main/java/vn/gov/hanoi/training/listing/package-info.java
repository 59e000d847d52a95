/**
 * How this service answers a list: keyset pages in a documented order, filters from a fixed set, the pinned time.
 * A cursor belongs to one question of one viewer, so a page can never continue somebody else's walk.
 * Rooms say what they select and how rows are named; this room adds filters, order, cursor and count.
 */
@NullMarked
package vn.gov.hanoi.training.listing;

import org.jspecify.annotations.NullMarked;
