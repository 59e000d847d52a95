package vn.gov.hanoi.evaluation.objection;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.SheetApi.DecideData;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Requests and answers about objections. */
final class ObjectionApi {
    static final int GROUNDS = 4000;
    static final int REFERENCE = 300;

    private ObjectionApi() {}

    /** What lists of objections can be asked for. */
    record ObjectionFilter(
            @Parameter(description = "Month of the result, for example 2026-07; repeat for any of several")
            @QueryParam("period")
            List<String> period,

            @Parameter(description = "Unit of the post that was rated") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "SELF, CHILDREN or SUBTREE of the unit; default SELF")
            @QueryParam("unitScope")
            @Nullable
            String unitScope,

            @Parameter(description = "How far it has come; repeat for any of several") @QueryParam("state")
            List<String> state,

            @Parameter(description = "true: open after the last day to resolve; false: all others; default both")
            @QueryParam("overdue")
            @Nullable
            String overdue) {}

    @Schema(name = "CreateObjectionRequest", additionalProperties = Schema.False.class)
    record ReceiveRequest(
            @Schema(description = "The own published result, in the revision that is contested") @NotNull
            UUID evaluationId,

            @Schema(description = "What is wrong with it, and why", maxLength = GROUNDS) @NotBlank @Size(max = GROUNDS)
            String grounds,

            @Schema(description = "References to what proves it", maxItems = 50, nullable = true)
            @Size(max = 50)
            @Nullable
            List<@NotBlank @Size(max = REFERENCE) String> evidence) {}

    /** How it is resolved. */
    enum Outcome {
        ACCEPTED,
        REJECTED
    }

    @Schema(name = "ResolveObjectionRequest", additionalProperties = Schema.False.class)
    record ResolveRequest(
            @Schema(description = "Why it is resolved so; told to the one who objects") @Valid @NotNull
            Reason reason,

            @Schema(
                    description = "The decision on it; needed for ACCEPTED, null if a rejection has none",
                    nullable = true)
            @Valid
            @Nullable
            Decision decision,

            @Schema(description = "The resolution") @Valid @NotNull
            ResolveData data) {}

    @Schema(name = "ObjectionResolution", additionalProperties = Schema.False.class)
    record ResolveData(
            @Schema(description = "ACCEPTED: another result takes the place of the contested one; REJECTED: it stands")
            @NotNull
            Outcome outcome,

            @Schema(description = "What is decided instead; for ACCEPTED only", nullable = true) @Valid @Nullable
            DecideData result) {}

    @Schema(name = "ObjectionTarget")
    record TargetView(
            @Schema(description = "Collection of the contested record", maxLength = 40, examples = "evaluations")
            String collection,

            @Schema(description = "The contested record, in the revision that is contested")
            UUID id) {}

    @Schema(name = "ObjectionSummary")
    record ObjectionSummary(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "What is contested") TargetView about,

            @Schema(description = "Month of the result", maxLength = 7, examples = "2026-07")
            String period,

            @Schema(description = "Who objects") OfficerReference officer,

            @Schema(description = "Unit of the post that was rated, named as on the day of the receipt")
            UnitReference unit,

            @Schema(description = "How far it has come") ObjectionState state,

            @Schema(description = "When it was received") Instant receivedAt,

            @Schema(description = "Last day to resolve it, computed at the receipt")
            LocalDate dueOn,

            @Schema(description = "Whether it is open after that day")
            boolean overdue,

            @Schema(description = "When it was resolved or withdrawn; null while open", nullable = true) @Nullable
            Instant endedAt) {}

    @Schema(name = "Objection")
    record ObjectionView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "What is contested") TargetView about,

            @Schema(description = "Month of the result", maxLength = 7, examples = "2026-07")
            String period,

            @Schema(description = "Who objects") OfficerReference officer,

            @Schema(description = "Unit of the post that was rated, named as on the day of the receipt")
            UnitReference unit,

            @Schema(description = "How far it has come") ObjectionState state,

            @Schema(description = "What is wrong with the result, and why", maxLength = GROUNDS)
            String grounds,

            @Schema(description = "References to what proves it", maxItems = 50)
            List<String> evidence,

            @Schema(description = "When it was received") Instant receivedAt,

            @Schema(description = "Last day on which it could be filed")
            LocalDate fileUntil,

            @Schema(description = "Last day to resolve it, computed at the receipt")
            LocalDate dueOn,

            @Schema(description = "Whether it is open after that day")
            boolean overdue,

            @Schema(description = "When it was resolved or withdrawn; null while open", nullable = true) @Nullable
            Instant endedAt,

            @Schema(description = "How it was resolved; null unless it was", nullable = true) @Nullable
            ResolvedView resolution,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 10)
            List<ActionView> actions) {}

    @Schema(name = "ObjectionResolved")
    record ResolvedView(
            @Schema(description = "Officer who resolved it", nullable = true) @Nullable
            UUID officerId,

            @Schema(description = "Order under which it was done for another; null in the own right", nullable = true)
            @Nullable
            UUID delegationId,

            @Schema(description = "Why") Reason reason,

            @Schema(description = "The decision; null if there is none", nullable = true) @Nullable
            Decision decision,

            @Schema(
                    description = "The record in the place of the contested one; null if it was rejected",
                    nullable = true)
            @Nullable
            UUID resultId) {}

    /** An act, and what speaks against it now. */
    @Schema(name = "ObjectionAction")
    record ActionView(
            @Schema(description = "Verb", maxLength = 20) String name,

            @Schema(description = "Path", maxLength = 200) String href,

            @Schema(description = "Whether the caller may do it now")
            boolean enabled,

            @Schema(description = "What the act needs besides the version", maxItems = 5)
            List<String> needs,

            @Schema(description = "What speaks against it", maxItems = 20)
            List<Blocker> blockedBy) {}

    @Schema(name = "ObjectionBlocker")
    record Blocker(
            @Schema(description = "Code of the refusal", maxLength = 80)
            String code,

            @Schema(description = "Facts") Map<String, Object> args,

            @Schema(description = "In words, in Vietnamese", maxLength = 500)
            String detail) {}
}
