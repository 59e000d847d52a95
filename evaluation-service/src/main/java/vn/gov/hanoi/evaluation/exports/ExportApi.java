package vn.gov.hanoi.evaluation.exports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.operations.OperationState;
import vn.gov.hanoi.evaluation.timeline.Conditions.Reach;
import vn.gov.hanoi.kernel.table.TableFormat;

/** Requests and answers about exports. */
final class ExportApi {
    private ExportApi() {}

    @Schema(name = "ExportRequest", additionalProperties = Schema.False.class)
    record ExportRequest(
            @Schema(description = "What the rows are") @NotNull
            ExportKind resource,

            @Schema(description = "Format of the file") @NotNull
            TableFormat format,

            @Schema(
                    description =
                            "Unit that is wanted; absent for the whole scope of the caller, and never for EVALUATION_SCORES",
                    nullable = true)
            @Nullable
            UUID unitId,

            @Schema(
                    description =
                            "What of the unit is wanted: itself (default), what is directly below, or it and all below",
                    nullable = true)
            @Nullable
            Reach unitScope,

            @Schema(
                    description = "Month of the agency unitId; for EVALUATION_SCORES, and there needed",
                    pattern = "^20[0-9]{2}-(0[1-9]|1[0-2])$",
                    maxLength = 7,
                    examples = "2026-07",
                    nullable = true)
            @Pattern(regexp = "20[0-9][0-9]-(0[1-9]|1[0-2])")
            @Nullable
            String period,

            @Schema(description = "Day whose truth is exported; default today in Hanoi", nullable = true) @Nullable
            LocalDate asOf,

            @Schema(description = "Moment up to which records count; default now", nullable = true) @Nullable
            Instant knownAt,

            @Schema(
                    description = "What the file is for; kept in the audit, so without personal data",
                    maxLength = 500,
                    examples = "Báo cáo biên chế quý III/2026")
            @NotBlank
            @Size(max = 500)
            String purpose) {}

    @Schema(name = "Export")
    record ExportView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "What the rows are") ExportKind resource,

            @Schema(description = "Format of the file") TableFormat format,

            @Schema(description = "Where the operation stands")
            OperationState state,

            @Schema(description = "Day whose truth is exported")
            LocalDate asOf,

            @Schema(description = "Moment up to which records count")
            Instant knownAt,

            @Schema(
                    description = "Rows of the file without its header; null before the end",
                    nullable = true,
                    minimum = "0")
            @Nullable
            Long rows,

            @Schema(description = "Length of the file in bytes; null before the end", nullable = true, minimum = "0")
            @Nullable
            Long bytes,

            @Schema(
                    description = "SHA-256 of the file in hexadecimal; null before the end",
                    nullable = true,
                    maxLength = 64)
            @Nullable
            String sha256,

            @Schema(
                    description = "Where the file is; null before the end and after the file was removed",
                    nullable = true)
            @Nullable
            Link file) {}

    @Schema(name = "ExportLink")
    record Link(
            @Schema(description = "Path with a ticket, for the caller of the export only", maxLength = 400)
            String href,

            @Schema(description = "Until when the path works; the manifest gives a new one")
            Instant expiresAt) {}
}
