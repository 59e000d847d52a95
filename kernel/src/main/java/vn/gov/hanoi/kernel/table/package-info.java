/**
 * Tables as files, row by row: CSV, XLSX and NDJSON are written, CSV and XLSX are read.
 * What goes out can be opened by a spreadsheet without running anything, and is read again as it was; what comes in is never trusted: parts,
 * lines and texts have limits, formulas are marked, and one broken row does not swallow the rest.
 * Services say what columns mean.
 */
@NullMarked
package vn.gov.hanoi.kernel.table;

import org.jspecify.annotations.NullMarked;
