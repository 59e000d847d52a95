/**
 * What learners and their managers think of a class that is over: learners within 30 days, managers about the effect after 3-6 months.
 * Nobody can learn who gave which answer: only counts are kept, without times; each may answer once; results are shown when nothing can be
 * added any more and at least five answered.
 * Law: Circular 10/2017/TT-BNV with its six objects, amended by 03/2023/TT-BNV; forms and days are data.
 */
@NullMarked
package vn.gov.hanoi.training.quality;

import org.jspecify.annotations.NullMarked;
