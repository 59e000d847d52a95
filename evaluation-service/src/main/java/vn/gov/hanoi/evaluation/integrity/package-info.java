/**
 * Whether the directory holds its own rules: every check looks at all dates with plain SQL, past the code that keeps the rules, so
 * that a fault of that code, of a restore or of a hand in the database is named. Nothing is repaired here. The digest beside it
 * tells whether the copies of other services equal this source.
 */
@NullMarked
package vn.gov.hanoi.evaluation.integrity;

import org.jspecify.annotations.NullMarked;
