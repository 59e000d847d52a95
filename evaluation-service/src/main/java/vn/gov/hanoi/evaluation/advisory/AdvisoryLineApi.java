package vn.gov.hanoi.evaluation.advisory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

/** Requests and answers about lines of advice. */
final class AdvisoryLineApi {
    private AdvisoryLineApi() {}

    @Schema(name = "CreateAdvisoryLineRequest", additionalProperties = Schema.False.class)
    record CreateLineRequest(
            @Schema(
                    description = "Holder of the channel in the evaluator matrix of a rule set",
                    maxLength = 60,
                    examples = "SPECIALISED_DEPARTMENT_DIRECTOR")
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z0-9_.]{0,59}")
            String channel,

            @Schema(description = "Unit whose head advises") @NotNull
            UUID adviserUnitId,

            @Schema(description = "Unit on whose head") @NotNull
            UUID advisedUnitId,

            @Schema(description = "First day") @NotNull LocalDate validFrom,

            @Schema(description = "First day no longer in force; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "The document that it rests on") @Valid @NotNull
            Decision decision) {}

    @Schema(name = "CloseAdvisoryLineRequest", additionalProperties = Schema.False.class)
    record CloseLineRequest(
            @Schema(description = "Why it ends") @Valid @NotNull
            Reason reason,

            @Schema(description = "First day no longer in force; its first day: it was never in force") @NotNull
            LocalDate effectiveOn) {}

    /** Filters of the list. */
    record LineFilter(
            @Parameter(description = "Unit on whose head advice is given") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "SELF, CHILDREN or SUBTREE of the unit; default SELF")
            @QueryParam("unitScope")
            @Nullable
            String unitScope,

            @Parameter(description = "Unit whose head advises") @QueryParam("adviserUnitId") @Nullable
            String adviserUnitId,

            @Parameter(description = "Channel; repeat for any of several") @QueryParam("channel")
            List<String> channel,

            @Parameter(description = "Day on which it is in force") @QueryParam("inForceOn") @Nullable
            String inForceOn) {}

    @Schema(name = "AdvisoryLine")
    record LineView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Holder of the channel in the evaluator matrix", maxLength = 60)
            String channel,

            @Schema(description = "Unit whose head advises") UnitReference adviserUnit,

            @Schema(description = "Unit on whose head") UnitReference advisedUnit,

            @Schema(description = "First day") LocalDate validFrom,

            @Schema(description = "First day no longer in force; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "The document that it rests on")
            Decision decision) {}
}
