package vn.gov.hanoi.training.classfile;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Requests and answers about files. */
final class FileApi {
    private FileApi() {}

    @Schema(name = "ClassFileRequest", additionalProperties = Schema.False.class)
    record FileRequest(
            @Schema(description = "ENROLMENTS (by planners) or OUTCOMES (by the organiser)", examples = "ENROLMENTS")
            @NotNull
            FileKind kind,

            @Schema(description = "The class") @NotNull UUID classId,

            @Schema(description = "Whether one refused row refuses all", defaultValue = "false", nullable = true)
            @Nullable
            Boolean atomic) {
        boolean isAtomic() {
            return Boolean.TRUE.equals(atomic);
        }
    }

    @Schema(name = "ClassFileResult", description = "What became of a file")
    record FileView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "The class") UUID classId,

            @Schema(description = "ENROLMENTS or OUTCOMES", examples = "ENROLMENTS", maxLength = 20)
            String kind,

            @Schema(description = "Rows by result") FileCounts counts,

            @Schema(description = "What is wrong, in the order of the file; at most 1,000", maxItems = 1000)
            List<FileError> errors,

            @Schema(
                    description = "Path of the file with the refused rows; null if there are none",
                    maxLength = 200,
                    nullable = true)
            @Nullable
            String failedRowsHref) {}

    @Schema(name = "ClassFileCounts")
    record FileCounts(
            @Schema(description = "Rows", examples = "41") int total,

            @Schema(description = "Rows that changed something", examples = "38")
            int changed,

            @Schema(description = "Rows that were so before", examples = "2")
            int unchanged,

            @Schema(description = "Rows that were refused", examples = "1")
            int failed) {}

    @Schema(name = "ClassFileError")
    record FileError(
            @Schema(description = "Row as a spreadsheet shows it; the header is 1", examples = "12")
            int row,

            @Schema(description = "Cell", examples = "A12", maxLength = 10)
            String cell,

            @Schema(description = "Code of the refusal", examples = "training.officer-unknown", maxLength = 80)
            String code,

            @Schema(description = "Facts") Map<String, Object> args,

            @Schema(description = "In words, in both languages")
            Map<String, String> details) {}
}
