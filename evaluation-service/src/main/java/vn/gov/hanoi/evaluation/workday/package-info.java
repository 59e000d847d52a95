/**
 * Working days of the administration, as data: weekly days off, fixed and lunar holidays, days off in their place and swapped days,
 * year by year. A year without data is refused and never guessed, because Tết and swaps are announced and follow no formula. Law:
 * Labour Code 2012, art. 115, and Labour Code 2019, art. 112; the choice of days is announced each year.
 */
@NullMarked
package vn.gov.hanoi.evaluation.workday;

import org.jspecify.annotations.NullMarked;
