package vn.gov.hanoi.evaluation.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Requests and answers about plans of inspections. */
final class PlanApi {
    private PlanApi() {}

    record PlanFilter(
            @Parameter(description = "Any of these years") @QueryParam("year")
            List<String> year) {}

    @Schema(name = "CreateInspectionPlanRequest", additionalProperties = Schema.False.class)
    record PlanRequest(
            @Schema(description = "Whose plan it is: for all below it") @NotNull
            UUID unitId,

            @Schema(description = "Year", examples = "2026") @NotNull @Min(2018) @Max(2100)
            Integer year,

            @Schema(description = "Decision that issues it") @Valid @NotNull
            Decision decision,

            @Schema(description = "Whom it names", maxItems = 500) @Valid @NotNull @Size(min = 1, max = 500)
            List<@NotNull LineRequest> lines) {}

    @Schema(name = "InspectionPlanLineRequest", additionalProperties = Schema.False.class)
    record LineRequest(
            @Schema(description = "Whom the plan names") @NotNull
            UUID unitId,

            @Schema(
                    description =
                            "true: the unit may know; false: the line is there for others when its inspection has begun")
            @NotNull
            Boolean announced,

            @Schema(description = "First day") @NotNull LocalDate windowFrom,

            @Schema(description = "Last day") @NotNull LocalDate windowTo,

            @Schema(description = "What is looked at; kept in NFC, trimmed", maxLength = 500) @NotBlank @Size(max = 500)
            String subject) {}

    @Schema(name = "InspectionPlan")
    record PlanView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Whose plan it is") UnitReference unit,

            @Schema(description = "Year") int year,

            @Schema(description = "Whether it is approved") boolean approved,

            @Schema(description = "Decision that issues it") Decision decision,

            @Schema(description = "Whom it names, as far as there is something for the caller", maxItems = 500)
            List<LineView> lines,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 1)
            List<PlanAction> actions) {}

    @Schema(name = "InspectionPlanLine")
    record LineView(
            @Schema(description = "Identifier") UUID id,

            @Schema(description = "Whether the unit may know before")
            boolean announced,

            @Schema(description = "Whom the plan names") UnitReference unit,

            @Schema(description = "First day") LocalDate windowFrom,

            @Schema(description = "Last day") LocalDate windowTo,

            @Schema(description = "What is looked at", maxLength = 500)
            String subject) {}

    @Schema(name = "InspectionPlanAction")
    record PlanAction(
            @Schema(description = "Verb", maxLength = 20) String name,

            @Schema(description = "Path", maxLength = 200) String href,

            @Schema(description = "Whether the caller may do it now")
            boolean enabled,

            @Schema(description = "Codes of what speaks against it", maxItems = 5)
            List<String> blockedBy) {}
}
