/**
 * Reports that outlive reorganisations. A report can be shown as it was on its day, or mapped to the units of another day along the lineage:
 * what a unit had goes to its successors by their shares, date by date, so the sum never changes.
 *
 * <p>Headcounts are of people on a day. Results are of months and years: only published ones are results, the others are open and never zero;
 * means are for keepers and not told of small groups; nothing is about one person.
 */
@NullMarked
package vn.gov.hanoi.evaluation.report;

import org.jspecify.annotations.NullMarked;
