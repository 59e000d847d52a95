package vn.gov.hanoi.selection.vacancy;

import java.time.Instant;

/**
 * Who acts and when.
 *
 * @param by subject of the token, opaque
 */
record Stamp(Instant at, String by) {}
