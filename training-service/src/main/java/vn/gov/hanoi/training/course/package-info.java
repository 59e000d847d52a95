/**
 * Classes (lớp): opened by a unit within the quota of a plan line, paid by the account of that line's block.
 * Opening takes one class and its places from the line and commits the money, all in one transaction or not at all;
 * district units use district budgets, all others the city budget, and the two never mix.
 * Law: Decree 101/2017/NĐ-CP; money follows the approved plan (Circular 36/2018/TT-BTC).
 */
@NullMarked
package vn.gov.hanoi.training.course;

import org.jspecify.annotations.NullMarked;
