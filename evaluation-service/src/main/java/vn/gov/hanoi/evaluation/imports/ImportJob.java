package vn.gov.hanoi.evaluation.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * An import that has not ended.
 *
 * @param caller who sent the file, without roles: they were checked when it was accepted
 * @param traceparent trace context of the request
 */
record ImportJob(
        UUID id,
        UUID operationId,
        ImportKind kind,
        ImportMode mode,
        Heading heading,
        Caller caller,
        @Nullable String traceparent) {}
