/**
 * Reorganisations of the City (sắp xếp tổ chức bộ máy). A plan is a document with a decision and a day: it makes, changes and dissolves
 * units, says who succeeds whom in which share, and where every post goes. It can be tried out, is applied as one act, and can be undone
 * until its day. Units end with lineage and are never deleted: Decision 09/2025/QĐ-TTg, and the reform of 01/07/2025 as the measure.
 */
@NullMarked
package vn.gov.hanoi.evaluation.reorganisation;

import org.jspecify.annotations.NullMarked;
