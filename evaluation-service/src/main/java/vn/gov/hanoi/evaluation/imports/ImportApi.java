package vn.gov.hanoi.evaluation.imports;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.evaluation.operations.OperationState;
import vn.gov.hanoi.kernel.table.TableFormat;

/** Requests and answers about imports. */
final class ImportApi {
    private ImportApi() {}

    @Schema(name = "ImportRequest", additionalProperties = Schema.False.class)
    record ImportRequest(
            @Schema(description = "What the rows are") @NotNull
            ImportKind kind,

            @Schema(description = "What happens to the good rows") @NotNull
            ImportMode mode) {}

    @Schema(name = "Import")
    record ImportView(
            @Schema(description = "Identifier, UUIDv7") UUID id,
            @Schema(description = "What the rows are") ImportKind kind,

            @Schema(description = "What happens to the good rows")
            ImportMode mode,

            @Schema(description = "Format of the file, seen from its content")
            TableFormat format,

            @Schema(description = "Where the operation stands")
            OperationState state,

            @Schema(description = "Rows by result") Counts counts) {}

    @Schema(name = "ImportCounts")
    record Counts(
            @Schema(description = "Recorded; with VALIDATE those that would be", minimum = "0")
            int created,

            @Schema(description = "Changed; always 0 for units and officers", minimum = "0")
            int updated,

            @Schema(description = "Recorded before with the same content", minimum = "0")
            int unchanged,

            @Schema(description = "Refused", minimum = "0") int failed) {}

    @Schema(name = "ImportRowError")
    record RowErrorView(
            @Schema(description = "Number of the data row, from 1", minimum = "1")
            int index,

            @Schema(description = "Row as the answer names it", maxLength = 20, examples = "r-000250")
            String rowId,

            @Schema(description = "Status a single request would have had", minimum = "400", maximum = "499")
            int status,

            @Schema(
                    description = "Wrong cell as spreadsheets name it; in NDJSON the pointer to the property",
                    maxLength = 60,
                    examples = {"F251", "/birthDate"})
            String cell,

            @Schema(description = "Stable code", maxLength = 60)
            String code,

            @Schema(description = "Facts by name; never the value of the cell")
            Map<String, Object> args,

            @Schema(description = "What would help") Suggestion suggestion,

            @Schema(description = "Text in the language of Content-Language", maxLength = 500)
            String detail) {}

    @Schema(name = "ImportSuggestion")
    record Suggestion(
            @Schema(description = "Stable code of the remedy", maxLength = 60, examples = "import.remove-outer-space")
            String code,

            @Schema(description = "Text in the language of Content-Language", maxLength = 500)
            String detail) {}
}
