package vn.gov.hanoi.evaluation.exports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.table.TableFormat;

/**
 * An export that was accepted.
 *
 * @param selection its caller is without roles: they were checked when the export was accepted
 * @param purpose what the file is for
 * @param scopeRoot unit that bounded what the caller could see
 * @param traceparent trace context of the request
 */
record ExportJob(
        UUID id,
        UUID operationId,
        ExportKind kind,
        TableFormat format,
        RowExporter.Selection selection,
        String purpose,
        UUID scopeRoot,
        @Nullable String traceparent) {}
