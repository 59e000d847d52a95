/**
 * One contract of the whole suite and a page to read and try it.
 */
@NullMarked
package vn.gov.hanoi.gateway.openapi;

import org.jspecify.annotations.NullMarked;
