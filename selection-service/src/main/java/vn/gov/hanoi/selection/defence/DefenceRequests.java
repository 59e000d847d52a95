package vn.gov.hanoi.selection.defence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;

/** Requests about the lot, defences and sheets. */
public final class DefenceRequests {
    private DefenceRequests() {}

    @Schema(
            name = "DrawCommitRequest",
            additionalProperties = Schema.False.class,
            description = "Commits to seed and codes of the lot")
    record CommitRequest(
            @Schema(
                    description = "Decision to do so after the list of those who go on was final; needed only then",
                    nullable = true)
            @Valid
            @Nullable
            DecisionPart decision) {}

    @Schema(
            name = "DefenceSession",
            additionalProperties = Schema.False.class,
            description = "Defences that follow each other without a break")
    record SessionPart(
            @Schema(description = "Start of the first defence, UTC", examples = "2026-03-16T01:00:00.000Z") @NotNull
            Instant startsAt,

            @Schema(description = "How many places it has", examples = "3") @Min(1) @Max(20)
            int defences) {}

    @Schema(
            name = "DrawRevealRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = "data",
            description = "Draws the order and gives times")
    record RevealDrawRequest(
            @Schema(description = "The times") @NotNull @Valid
            ScheduleData data,

            @Schema(
                    description = "Decision to go on with fewer candidates than needed; only after a withdrawal",
                    nullable = true)
            @Valid
            @Nullable
            DecisionPart decision) {}

    @Schema(
            name = "DefenceSchedule",
            additionalProperties = Schema.False.class,
            requiredProperties = "sessions",
            description = "When defences are held")
    record ScheduleData(
            @Schema(
                    description = "Sessions in their order; they have places for all; empty if nobody goes on",
                    maxItems = 100)
            @NotNull
            @Size(max = 100)
            List<@NotNull @Valid SessionPart> sessions) {}

    @Schema(
            name = "DefenceAssignRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = "data",
            description = "Says who is present")
    record AssignRequest(
            @Schema(description = "Who is present") @NotNull @Valid
            PresenceData data) {}

    @Schema(
            name = "DefencePresence",
            additionalProperties = Schema.False.class,
            requiredProperties = {"candidatePresent", "members"},
            description = "Who is present at a defence")
    record PresenceData(
            @Schema(description = "Whether the candidate came; if not, the defence ends here, without points")
            boolean candidatePresent,

            @Schema(
                    description = "Members who are present and mark; empty if the candidate did not come",
                    maxItems = 50)
            @NotNull
            @Size(max = 50)
            List<@NotNull UUID> members) {}

    @Schema(
            name = "DefenceRevealRequest",
            additionalProperties = Schema.False.class,
            description = "Opens all sheets of a defence together")
    record RevealRequest(
            @Schema(
                    description =
                            "Members who are taken as absent, since they did not hand in their sheet on the day; absent is not zero",
                    maxItems = 50)
            @Size(max = 50)
            @Nullable
            List<@NotNull UUID> absent,

            @Schema(description = "Why; needed with absent members", nullable = true) @Valid @Nullable
            ReasonPart reason) {}

    @Schema(
            name = "DefenceReviewRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = "reason",
            description = "Records what was found in a review of sheets that lie far apart")
    record ReviewRequest(
            @Schema(description = "What was found") @NotNull @Valid
            ReasonPart reason) {}

    @Schema(
            name = "ScoreSheetRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = "marks",
            description = "All points of a sheet so far")
    record SheetRequest(
            @Schema(description = "Points by criterion, each criterion at most once", maxItems = 30)
            @NotNull
            @Size(max = 30)
            List<@NotNull @Valid MarkPart> marks) {}

    @Schema(
            name = "ScoreSheetMark",
            additionalProperties = Schema.False.class,
            requiredProperties = {"criterion", "points"},
            description = "Points for a criterion")
    record MarkPart(
            @Schema(description = "Code of the criterion", examples = "PLAN", maxLength = 40)
            @NotNull
            @Size(max = 40)
            @Pattern(regexp = "^[A-Z][A-Z_]*$", message = "a code of capital letters and underscores")
            String criterion,

            @Schema(
                    description = "Points with at most two decimals, from 0 to the most points of the criterion",
                    examples = "17.25")
            @NotNull
            @Digits(integer = 3, fraction = 2)
            @DecimalMin("0")
            @DecimalMax("100")
            BigDecimal points) {}

    @Schema(
            name = "ScoreSheetSealRequest",
            additionalProperties = Schema.False.class,
            description = "Seals a sheet; it says nothing more")
    record SealRequest() {}
}
