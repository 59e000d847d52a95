/**
 * Did it help (hiệu quả sau bồi dưỡng): compares the same criterion of the same people before and after a course. Invariants: points of a
 * person never leave the room, only means of at least as many people as the rules say, and no figure from which a hidden one could be
 * computed; the answer itself says that there is no comparison group. Law: Circular 10/2017/TT-BNV, amended by 03/2023/TT-BNV, names the
 * effect after training as an object of evaluation; months, least people and method are data.
 */
@NullMarked
package vn.gov.hanoi.training.effect;

import org.jspecify.annotations.NullMarked;
