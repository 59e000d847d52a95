package vn.gov.hanoi.kernel.bulk;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Problem;

/** What became of each row of a request. */
@Schema(name = "BulkAnswer")
public record BulkAnswer(
        @Schema(description = "Rows by result") Summary summary,

        @Schema(description = "One for each row, in its order", maxItems = 500)
        List<Result> results) {
    @Schema(name = "BulkSummary")
    public record Summary(
            @Schema(description = "Rows") int total,

            @Schema(description = "Rows that were done") int succeeded,

            @Schema(description = "Rows that were refused, or not done since another one was")
            int failed) {}

    @Schema(name = "BulkResult")
    public record Result(
            @Schema(description = "Place of the row, from 0")
            int index,

            @Schema(description = "As the row names itself", maxLength = 100, examples = "r-17")
            String rowId,

            @Schema(description = "As the single request would be answered; 424 if another row refused all")
            int status,

            @Schema(description = "The record; null if there is none", nullable = true) @Nullable
            UUID id,

            @Schema(
                    description = "ETag afterwards; null if nothing was done",
                    nullable = true,
                    maxLength = 40,
                    examples = "\"3\"")
            @Nullable
            String etag,

            @Schema(description = "Why not; null if it was done", nullable = true) @Nullable
            Problem problem) {}
}
