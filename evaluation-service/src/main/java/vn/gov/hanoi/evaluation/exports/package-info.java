/**
 * Files with what the directory holds, as of any day and as known at any moment, and with the sheets of an agency's month as they stand, for
 * callers who say what for. An export has the columns of the import template, so that an unchanged file changes nothing when it is imported.
 */
@NullMarked
package vn.gov.hanoi.evaluation.exports;

import org.jspecify.annotations.NullMarked;
