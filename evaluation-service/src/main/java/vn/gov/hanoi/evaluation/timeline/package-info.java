/**
 * What all dated records share. A fact has two times: the days on which it was true, and the moments between which it was recorded
 * as true. Nothing is overwritten; a correction supersedes. Who writes holds the clock of the directory, so moments grow in the
 * order of commits, and a read as known at a moment gives the same answer for ever.
 */
@NullMarked
package vn.gov.hanoi.evaluation.timeline;

import org.jspecify.annotations.NullMarked;
