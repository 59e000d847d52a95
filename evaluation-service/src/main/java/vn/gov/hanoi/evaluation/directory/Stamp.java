package vn.gov.hanoi.evaluation.directory;

import java.time.Instant;

/**
 * Who records, and when.
 *
 * @param by stable subject of the person
 */
record Stamp(Instant at, String by) {}
