/**
 * Measurements of the packaged suite at full size, each run beside its yardstick on the same machine in the same run.
 * What they print are ratios and facts about the machine; seconds alone say little about another one.
 */
@NullMarked
package vn.gov.hanoi.benchmarks;

import org.jspecify.annotations.NullMarked;
