package vn.gov.hanoi.evaluation.monthly;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;

/** One sign-off of a closing (khóa kỳ), and how it was undone. */
@Schema(name = "ClosingLock")
record ClosingLock(
        @Schema(description = "Place in the order, from 1") int seq,

        @Schema(description = "SHA-256 over the results as they were locked", maxLength = 64)
        String digest,

        @Schema(description = "Number of results") int results,

        @Schema(description = "When it was locked") Instant lockedAt,

        @Schema(description = "Rating units right below whose period was not locked then")
        int unlockedBelow,

        @Schema(
                description = "Why it was locked before them; null if there were none",
                maxLength = 1000,
                nullable = true)
        @Nullable
        String reason,

        @Schema(description = "How it was undone; null if it stands", nullable = true) @Nullable
        Reopening reopened) {
    @Schema(name = "ClosingReopening")
    record Reopening(
            @Schema(description = "When") Instant at,

            @Schema(description = "Who decided it, from above the unit")
            UUID officerId,

            @Schema(
                    description = "Order under which it was decided for another; null in the own right",
                    nullable = true)
            @Nullable
            UUID delegationId,

            @Schema(description = "Why") Reason reason,

            @Schema(description = "By which decision") Decision decision) {}
}
