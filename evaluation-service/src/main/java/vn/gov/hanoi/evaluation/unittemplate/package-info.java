/**
 * Mẫu phiếu của đơn vị: criteria and deductions that a unit makes its own. The City fixes the maxima of groups; inside them each agency
 * adapts its sheet (3814-QĐ/TU of 16/05/2018; domain 11, default 1; legal_check).
 *
 * <p>Invariants: what is published never changes; the sum of a group is within its maximum; a sheet keeps the template by which it was
 * opened, so a new version is for months that are opened later.
 */
@NullMarked
package vn.gov.hanoi.evaluation.unittemplate;

import org.jspecify.annotations.NullMarked;
