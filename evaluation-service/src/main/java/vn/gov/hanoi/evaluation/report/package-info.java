/**
 * Reports that outlive reorganisations. A report can be shown as it was on its day, or mapped to the units of another day along the lineage:
 * what a unit had goes to its successors by their shares, date by date, so the sum never changes.
 */
@NullMarked
package vn.gov.hanoi.evaluation.report;

import org.jspecify.annotations.NullMarked;
