/**
 * One month's scores of the whole City in one file (B4), beside the same rows written by plain SQL in the same database and run. What was
 * written is counted and its points are added up again by SQL.
 */
@NullMarked
package vn.gov.hanoi.benchmarks.scores;

import org.jspecify.annotations.NullMarked;
