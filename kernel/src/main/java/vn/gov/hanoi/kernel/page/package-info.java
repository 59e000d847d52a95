/**
 * Lists: the envelope, the keyset cursor and its seal.
 * A cursor is encrypted and bound to the viewer, the route and the question, so it cannot be made, moved or altered.
 * There is no offset and no count unless asked for.
 */
@NullMarked
package vn.gov.hanoi.kernel.page;

import org.jspecify.annotations.NullMarked;
