package vn.gov.hanoi.evaluation.unittask;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.ActionView;

/** Requests and answers about results of units. */
final class UnitResultApi {
    private UnitResultApi() {}

    @Schema(name = "OpenUnitResultRequest", additionalProperties = Schema.False.class)
    record OpenRequest(
            @Schema(description = "The agency; divisions have no result") @NotNull
            UUID unitId,

            @Schema(description = "Month, quarter or year: 2026-07, 2026-Q3, 2026", maxLength = 9) @NotNull
            String period) {}

    @Schema(name = "DecideUnitResultRequest", additionalProperties = Schema.False.class)
    record DecideRequest(
            @Schema(description = "Why this level") @Valid @NotNull
            Reason reason,

            @Schema(description = "Document of the decision; signed today or before") @Valid @NotNull
            Decision decision,

            @Schema(description = "What is decided") @Valid @NotNull
            Data data) {
        @Schema(name = "UnitResultDecision", additionalProperties = Schema.False.class)
        record Data(
                @Schema(description = "Level; the suggestion of the system binds nobody") @NotNull
                Grade level) {}
    }

    record UnitResultFilter(
            @Parameter(description = "Month, quarter or year; default all") @QueryParam("period") @Nullable
            String period,

            @Parameter(description = "Id of a unit") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "SELF (default), CHILDREN or SUBTREE of unitId") @QueryParam("unitScope") @Nullable
            String unitScope,

            @Parameter(description = "A, B, C, D: decided levels; repeat for any of several") @QueryParam("level")
            List<String> level) {}

    @Schema(name = "UnitResultSummary")
    record UnitResultSummary(
            @Schema(description = "Identifier of this revision, UUIDv7")
            UUID id,

            @Schema(description = "Tag of this record for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "The agency") UUID unitId,

            @Schema(description = "Month, quarter or year", maxLength = 9)
            String period,

            @Schema(description = "From 1; a correction is the next", minimum = "1")
            int revision,

            @Schema(description = "Decided level; null as long as it is open", nullable = true) @Nullable
            Grade level) {}

    @Schema(name = "UnitResult")
    record UnitResultView(
            @Schema(description = "Identifier of this revision, UUIDv7")
            UUID id,

            @Schema(description = "Tag of this record for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "The agency") UUID unitId,

            @Schema(description = "Month, quarter or year", maxLength = 9)
            String period,

            @Schema(description = "From 1; a correction is the next", minimum = "1")
            int revision,

            @Schema(description = "Decided level; null as long as it is open", nullable = true) @Nullable
            Grade level,

            @Schema(description = "Id of the revision before; null of the first", nullable = true) @Nullable
            UUID supersedes,

            @Schema(description = "Whether a later revision stands in its place")
            boolean superseded,

            @Schema(description = "What the tasks count to now")
            TaskCounts counts,

            @Schema(
                    description = "Level that the rules suggest for these counts; null if they say nothing",
                    nullable = true)
            @Nullable
            Grade suggestion,

            @Schema(description = "Rules of the suggestion and their version", maxLength = 60)
            String rules,

            @Schema(description = "The decision; null as long as it is open", nullable = true) @Nullable
            RuledView decided,

            @Schema(description = "Whether tasks have changed since the decision")
            boolean changedSince,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 10)
            List<ActionView> actions) {}

    @Schema(name = "UnitResultRuling")
    record RuledView(
            @Schema(description = "When it was recorded") Instant at,

            @Schema(description = "Day until which was counted")
            LocalDate countedUntil,

            @Schema(description = "The officer who decided") UUID officerId,

            @Schema(description = "Order by which the officer acted for another; null if none", nullable = true)
            @Nullable
            UUID delegationId,

            @Schema(description = "Code of the reason", maxLength = 40)
            String reason,

            @Schema(description = "Document") Decision decision,

            @Schema(description = "Level that was suggested then; null if none", nullable = true) @Nullable
            Grade suggestion,

            @Schema(description = "Counts on which it rests")
            TaskCounts counts,

            @Schema(description = "SHA-256 of counts, tasks and rules on which it rests", maxLength = 64)
            String digest) {}
}
