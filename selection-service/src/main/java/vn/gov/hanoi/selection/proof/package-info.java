/**
 * Canonical JSON, digests and commitments: what lets somebody else prove later that a check, a sheet or a draw was not altered.
 *
 * <p>Nothing here is kept; the rooms keep what they commit to. A commitment tells nothing before its salt is told.
 */
@NullMarked
package vn.gov.hanoi.selection.proof;

import org.jspecify.annotations.NullMarked;
