/** Tests of what turns times into figures; the measurements themselves are no tests. */
@NullMarked
package vn.gov.hanoi.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
