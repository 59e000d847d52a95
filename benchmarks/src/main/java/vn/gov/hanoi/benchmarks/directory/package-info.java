/**
 * The directory at full size: imports, the reform of 2025 as one plan, and lists of officers (B11) beside the same SQL without the scope.
 * Pages are compared with a brute-force oracle that knows nothing of the closure table.
 */
@NullMarked
package vn.gov.hanoi.benchmarks.directory;

import org.jspecify.annotations.NullMarked;
