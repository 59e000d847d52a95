package vn.gov.hanoi.evaluation.operations;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Problem;

/** An operation as its owner sees it. */
@Schema(name = "Operation")
public record OperationView(
        @Schema(description = "Identifier, UUIDv7") UUID id,

        @Schema(description = "What is done", maxLength = 40, examples = "IMPORT")
        String kind,

        @Schema(description = "Where it stands") OperationState state,
        @Schema(description = "How far it is") Progress progress,

        @Schema(description = "When work began; null before", nullable = true) @Nullable
        Instant startedAt,

        @Schema(description = "When it ended; null before", nullable = true) @Nullable
        Instant finishedAt,

        @Schema(description = "Path of the result", maxLength = 200)
        String resultHref,

        @Schema(description = "Why it failed; null otherwise", nullable = true) @Nullable
        Problem problem) {

    /** Work done of the work in all. */
    @Schema(name = "Progress")
    public record Progress(
            @Schema(description = "Units of work done", minimum = "0")
            long done,

            @Schema(description = "Units of work in all", minimum = "0")
            long total,

            @Schema(description = "What is counted", maxLength = 20, examples = "ROW")
            String unit) {}
}
