/**
 * Files with many rows. An accepted file is durable in chunks; a worker applies each chunk exactly once, whatever crashes in between.
 * A wrong row is named by row and cell and never stops the others, except where the caller asked for all or nothing.
 */
@NullMarked
package vn.gov.hanoi.evaluation.imports;

import org.jspecify.annotations.NullMarked;
