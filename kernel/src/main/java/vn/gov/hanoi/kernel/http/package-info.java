/**
 * The shape of every request and answer: filter order, trace id, strict JSON, strict parameters, size limit, ETag.
 * Form (syntax, names, sizes) is checked here, before any rule of the domain.
 */
@NullMarked
package vn.gov.hanoi.kernel.http;

import org.jspecify.annotations.NullMarked;
