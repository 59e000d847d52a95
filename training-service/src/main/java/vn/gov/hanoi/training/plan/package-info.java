/**
 * Training plans (kế hoạch đào tạo, bồi dưỡng): a signed decision of the City assigns quota and money of a year, by block; later ones
 * adjust, transfer, release and close. A decision never edits: it adds versions, readable as of a day and a moment. Quota is never below
 * what classes took, money never below what is committed; what awaits approval has money but no quota. A plan line holds classes and
 * training places (lượt, not persons). Law: Decree 101/2017/NĐ-CP on training; Circular 36/2018/TT-BTC on its money.
 */
@NullMarked
package vn.gov.hanoi.training.plan;

import org.jspecify.annotations.NullMarked;
