/**
 * Numbers and lists of the selection law as they are in force on a day, and the plain policies that read them.
 * The values are rows of selection_defaults, each with its legal source; no number of the law stands in the code.
 * Nothing here knows a framework, the clock or the database.
 */
@NullMarked
package vn.gov.hanoi.selection.ruleset;

import org.jspecify.annotations.NullMarked;
