/** Replacement of each instance under load: whether anybody who uses the suite notices (F19). */
@NullMarked
package vn.gov.hanoi.benchmarks.rolling;

import org.jspecify.annotations.NullMarked;
