/**
 * Training plans (kế hoạch đào tạo, bồi dưỡng): a signed decision of the City assigns quota and money of a year, by block.
 * A plan line holds classes and training places (lượt, not persons); opening a class takes from it, never beyond the quota.
 * What awaits the City's approval has money but no quota, and can neither open a class nor be committed.
 * Law: Decree 101/2017/NĐ-CP on training; Circular 36/2018/TT-BTC on its money.
 */
@NullMarked
package vn.gov.hanoi.training.plan;

import org.jspecify.annotations.NullMarked;
