/**
 * The gateway's own refusals and failures as RFC 9457 problems in Vietnamese and English.
 */
@NullMarked
package vn.gov.hanoi.gateway.problem;

import org.jspecify.annotations.NullMarked;
