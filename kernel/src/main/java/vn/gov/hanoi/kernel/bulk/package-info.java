/** Many rows in one request: each has an answer of its own. */
@NullMarked
package vn.gov.hanoi.kernel.bulk;

import org.jspecify.annotations.NullMarked;
