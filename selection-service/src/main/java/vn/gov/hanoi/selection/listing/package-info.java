/**
 * Lists cut into pages: one statement whose order is a key that never repeats, with a cursor bound to the question and to who asks.
 * The conditions of a list, its scope among them, are given by the room that owns the rows.
 * No law of its own; the form of lists is that of the API guide.
 */
@NullMarked
package vn.gov.hanoi.selection.listing;

import org.jspecify.annotations.NullMarked;
