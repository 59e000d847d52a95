/**
 * Tables as files, row by row: CSV, XLSX and NDJSON. What goes out can be opened by a spreadsheet without running anything, and is
 * read again as it was.
 */
@NullMarked
package vn.gov.hanoi.evaluation.table;

import org.jspecify.annotations.NullMarked;
