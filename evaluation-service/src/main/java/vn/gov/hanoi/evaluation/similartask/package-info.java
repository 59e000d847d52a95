/**
 * Nhóm đơn vị có nhiệm vụ tương đồng: units with similar tasks, as the City decides. Small ones among them count together under the cap on the
 * top grade where their rule set says so (the law is silent on small units; assumed, legal_check).
 *
 * <p>Invariants: a unit is in one group at a time; the units of a group never change, another composition is another group; no group begins
 * or ends for a month that one of its units has told, so a pool never changes behind told results.
 */
@NullMarked
package vn.gov.hanoi.evaluation.similartask;

import org.jspecify.annotations.NullMarked;
