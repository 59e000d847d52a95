package vn.gov.hanoi.evaluation.similartask;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Requests and answers about groups of units with similar tasks. */
final class SimilarTaskGroupApi {
    private static final int MOST_UNITS = 200;

    private SimilarTaskGroupApi() {}

    @Schema(name = "CreateSimilarTaskGroupRequest", additionalProperties = Schema.False.class)
    record CreateGroupRequest(
            @Schema(description = "Name", maxLength = 200, examples = "Trung tâm văn hóa các phường") @NotNull
            String name,

            @Schema(description = "Rating units, each once", minItems = 2, maxItems = MOST_UNITS)
            @NotNull
            @Size(min = 2, max = MOST_UNITS)
            List<@NotNull UUID> unitIds,

            @Schema(description = "First day") @NotNull LocalDate validFrom,

            @Schema(description = "First day no longer in force; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "The document that it rests on") @Valid @NotNull
            Decision decision) {}

    @Schema(name = "CloseSimilarTaskGroupRequest", additionalProperties = Schema.False.class)
    record CloseGroupRequest(
            @Schema(description = "Why it ends") @Valid @NotNull
            Reason reason,

            @Schema(description = "First day no longer in force; its first day: it was never in force") @NotNull
            LocalDate effectiveOn) {}

    /** Filters of the list. */
    record GroupFilter(
            @Parameter(description = "A unit that is in it") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "Day on which it is in force") @QueryParam("inForceOn") @Nullable
            String inForceOn) {}

    @Schema(name = "SimilarTaskGroup")
    record GroupView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Name", maxLength = 200) String name,

            @Schema(description = "Its rating units, named as on its first day", maxItems = MOST_UNITS)
            List<UnitReference> units,

            @Schema(description = "First day") LocalDate validFrom,

            @Schema(description = "First day no longer in force; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "The document that it rests on")
            Decision decision) {}
}
