/**
 * Refusals and failures as RFC 9457 problems with stable codes and texts in Vietnamese and English.
 * One exception carries everything a caller can cause; one mapping table turns whatever was thrown into an answer.
 * No text, class name, SQL or stack trace of ours reaches a caller by another way.
 */
@NullMarked
package vn.gov.hanoi.kernel.problem;

import org.jspecify.annotations.NullMarked;
