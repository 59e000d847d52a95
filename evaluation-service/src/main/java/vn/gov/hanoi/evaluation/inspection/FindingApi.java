package vn.gov.hanoi.evaluation.inspection;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.Finding.State;
import vn.gov.hanoi.evaluation.inspection.FindingRules.Severity;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.ActionView;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Requests and answers about findings. */
final class FindingApi {
    static final int TEXT = 2000;
    static final int REFERENCE = 300;

    private FindingApi() {}

    /** What lists of findings can be asked for. */
    record FindingFilter(
            @Parameter(description = "Unit in which it happened") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "SELF, CHILDREN or SUBTREE of the unit; default SELF")
            @QueryParam("unitScope")
            @Nullable
            String unitScope,

            @Parameter(description = "Inspection that found it") @QueryParam("inspectionId") @Nullable
            String inspectionId,

            @Parameter(description = "Any of these types") @QueryParam("type")
            List<String> type,

            @Parameter(description = "Any of these states") @QueryParam("state")
            List<String> state,

            @Parameter(description = "true: open after the last day to remedy; false: all others; default both")
            @QueryParam("overdue")
            @Nullable
            String overdue) {}

    @Schema(name = "CreateFindingRequest", additionalProperties = Schema.False.class)
    record FindingRequest(
            @Schema(
                    description = "Type, of the document in force on the day",
                    maxLength = 40,
                    examples = "ONE_STOP_ABSENT")
            @NotNull
            @Size(min = 1, max = 40)
            String type,

            @Schema(description = "Where it happened: the inspected unit or one below it on the day") @NotNull
            UUID unitId,

            @Schema(description = "When it happened; not in the future") @NotNull
            Instant happenedAt,

            @Schema(description = "What was found", maxLength = TEXT) @NotBlank @Size(max = TEXT)
            String description,

            @Schema(description = "References to what proves it", maxItems = 50, nullable = true)
            @Size(max = 50)
            @Nullable
            List<@NotBlank @Size(max = REFERENCE) String> evidence,

            @Schema(
                    description = "Officers who did it, with a post there on the day; none if the head alone answers",
                    maxItems = 50)
            @NotNull
            @Size(max = 50)
            List<@NotNull UUID> persons) {}

    @Schema(name = "ClaimFindingRequest", additionalProperties = Schema.False.class)
    record ClaimRequest(
            @Schema(description = "The claim") @Valid @NotNull
            ClaimData data) {}

    @Schema(name = "FindingRemedy", additionalProperties = Schema.False.class)
    record ClaimData(
            @Schema(description = "What was done", maxLength = TEXT) @NotBlank @Size(max = TEXT)
            String description,

            @Schema(description = "References to what proves it", maxItems = 50, nullable = true)
            @Size(max = 50)
            @Nullable
            List<@NotBlank @Size(max = REFERENCE) String> evidence) {}

    @Schema(name = "FindingNoteRequest", additionalProperties = Schema.False.class)
    record NoteRequest(
            @Schema(description = "The note") @Valid @NotNull
            NoteData data) {}

    @Schema(name = "FindingNote", additionalProperties = Schema.False.class)
    record NoteData(
            @Schema(description = "What was seen, or why it is taken back", maxLength = 1000)
            @NotBlank
            @Size(max = 1000)
            String note) {}

    @Schema(name = "ReInspectFindingRequest", additionalProperties = Schema.False.class)
    record ReInspectRequest(
            @Schema(description = "The re-inspection") @Valid @NotNull
            ReInspectData data) {}

    @Schema(name = "FindingReInspection", additionalProperties = Schema.False.class)
    record ReInspectData(
            @Schema(description = "First day on which it may begin") @NotNull
            LocalDate windowFrom,

            @Schema(description = "Last day on which it may begin") @NotNull
            LocalDate windowTo,

            @Schema(description = "Decision that sends the team") @Valid @NotNull
            Decision mandate) {}

    @Schema(name = "FindingSummary")
    record FindingSummary(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Inspection that found it")
            UUID inspectionId,

            @Schema(description = "Type", maxLength = 40) String type,

            @Schema(description = "Where it happened") UnitReference unit,

            @Schema(description = "Day in Hanoi on which it happened")
            LocalDate happenedOn,

            @Schema(description = "How serious") Severity severity,

            @Schema(description = "How far it has come") State state,

            @Schema(description = "Last day to remedy it") LocalDate dueOn,

            @Schema(description = "Whether it is open after that day")
            boolean overdue,

            @Schema(description = "Whether it is a repeat within the months of the rules")
            boolean aggravated) {}

    @Schema(name = "Finding")
    record FindingView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Inspection that found it")
            UUID inspectionId,

            @Schema(description = "Type", maxLength = 40) String type,

            @Schema(description = "Where it happened") UnitReference unit,

            @Schema(description = "Day in Hanoi on which it happened")
            LocalDate happenedOn,

            @Schema(description = "How serious") Severity severity,

            @Schema(description = "How far it has come") State state,

            @Schema(description = "Last day to remedy it") LocalDate dueOn,

            @Schema(description = "Whether it is open after that day")
            boolean overdue,

            @Schema(description = "Whether it is a repeat within the months of the rules")
            boolean aggravated,

            @Schema(description = "When it happened") Instant happenedAt,

            @Schema(description = "What was found", maxLength = TEXT)
            String description,

            @Schema(description = "References to what proves it", maxItems = 50)
            List<String> evidence,

            @Schema(description = "Document and version by which it weighs", maxLength = 60)
            String rules,

            @Schema(description = "The finding of which it is a repeat; null if it is none", nullable = true) @Nullable
            UUID repeatOf,

            @Schema(description = "Who answers for it; to a person alone the own entry", maxItems = 60)
            List<EntryView> accountability,

            @Schema(description = "What the unit says it did, the oldest first", maxItems = 100)
            List<ClaimView> claims,

            @Schema(description = "When it was closed; null while open", nullable = true) @Nullable
            Instant closedAt,

            @Schema(description = "Why it was closed; null while open", maxLength = 1000, nullable = true) @Nullable
            String closedBecause,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 10)
            List<ActionView> actions) {}

    @Schema(name = "AccountabilityTaken")
    enum Taken {
        /** The month is not decided. */
        OPEN,
        /** The decided sheet rests on it. */
        TAKEN,
        /** The decider takes nothing off, with a reason. */
        WAIVED,
        /** The month was decided before; it is flagged, unless it has no points. */
        NOT_TAKEN
    }

    @Schema(name = "AccountabilityEntry")
    record EntryView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Who answers") OfficerReference officer,

            @Schema(description = "Who did it, or who was head on the day")
            Accountability.Role role,

            @Schema(description = "Whether the headship was held in the place of a regular head")
            boolean acting,

            @Schema(description = "Month whose sheet it lowers", maxLength = 7, examples = "2026-07")
            String month,

            @Schema(description = "Points off in group I, scale 4")
            BigDecimal points,

            @Schema(description = "Sheet of the month; null if there is none", nullable = true) @Nullable
            UUID evaluationId,

            @Schema(description = "What became of it there") Taken taken,

            @Schema(description = "Whether it was taken back with the finding")
            boolean withdrawn) {}

    @Schema(name = "FindingClaim")
    record ClaimView(
            @Schema(description = "What was done", maxLength = TEXT)
            String description,

            @Schema(description = "References to what proves it", maxItems = 50)
            List<String> evidence,

            @Schema(description = "When it was claimed") Instant claimedAt,

            @Schema(description = "Order under which it was said for another; null in the own right", nullable = true)
            @Nullable
            UUID delegationId,

            @Schema(description = "Whether by the last day to remedy")
            boolean inTime,

            @Schema(
                    description = "CONFIRMED or REJECTED; null while nobody has looked",
                    maxLength = 10,
                    nullable = true)
            @Nullable
            String answer,

            @Schema(description = "When it was answered; null before", nullable = true) @Nullable
            Instant answeredAt,

            @Schema(description = "What was seen; null before", maxLength = 1000, nullable = true) @Nullable
            String note) {}
}
