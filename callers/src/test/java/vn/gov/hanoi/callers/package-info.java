/** Tests of what calls say of themselves. */
@NullMarked
package vn.gov.hanoi.callers;

import org.jspecify.annotations.NullMarked;
