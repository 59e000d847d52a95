/**
 * Long-running work as a resource: state, progress, result. An operation is durable before it is answered and survives a restart.
 * Only its owner and operators see it.
 */
@NullMarked
package vn.gov.hanoi.evaluation.operations;

import org.jspecify.annotations.NullMarked;
