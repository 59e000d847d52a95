package vn.gov.hanoi.evaluation.inspection;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.Inspection.Kind;
import vn.gov.hanoi.evaluation.inspection.Inspection.Member;
import vn.gov.hanoi.evaluation.inspection.Inspection.Role;
import vn.gov.hanoi.evaluation.inspection.Inspection.State;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Requests and answers about inspections. */
final class InspectionApi {
    static final int TEXT = 4000;
    static final int REFERENCE = 300;

    private InspectionApi() {}

    /** What lists of inspections can be asked for. */
    record InspectionFilter(
            @Parameter(description = "Unit that is inspected") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "SELF, CHILDREN or SUBTREE of the unit; default SELF")
            @QueryParam("unitScope")
            @Nullable
            String unitScope,

            @Parameter(description = "Any of these kinds") @QueryParam("kind")
            List<String> kind,

            @Parameter(description = "Any of these states") @QueryParam("state")
            List<String> state) {}

    @Schema(name = "CreateInspectionRequest", additionalProperties = Schema.False.class)
    record CreateRequest(
            @Schema(description = "Whom it is about, with all below it") @NotNull
            UUID unitId,

            @Schema(
                    description =
                            "true: by plan; false: unannounced, known to the team and those who lead alone until it begins")
            @NotNull
            Boolean announced,

            @Schema(
                    description = "Line of an approved plan for the same unit and kind; null if no plan names it",
                    nullable = true)
            @Nullable
            UUID planLineId,

            @Schema(description = "First day on which it may begin") @NotNull
            LocalDate windowFrom,

            @Schema(description = "Last day on which it may begin") @NotNull
            LocalDate windowTo,

            @Schema(description = "Decision that sends the team") @Valid @NotNull
            Decision mandate,

            @Schema(description = "Published checklist, in a version") @NotNull
            UUID checklistId,

            @Schema(description = "The team; one of them is head", maxItems = 50)
            @Valid
            @NotNull
            @Size(min = 1, max = 50)
            List<@NotNull MemberRequest> members) {}

    @Schema(name = "InspectionMemberRequest", additionalProperties = Schema.False.class)
    record MemberRequest(
            @Schema(description = "Officer without a post in the unit or below it") @NotNull
            UUID officerId,

            @Schema(description = "Place in the team") @NotNull
            Role role) {}

    @Schema(name = "AssignInspectionRequest", additionalProperties = Schema.False.class)
    record AssignRequest(
            @Schema(description = "Who is sent instead") @Valid @NotNull
            AssignData data) {}

    @Schema(name = "InspectionTeam", additionalProperties = Schema.False.class)
    record AssignData(
            @Schema(description = "The whole team; one of them is head", maxItems = 50)
            @Valid
            @NotNull
            @Size(min = 1, max = 50)
            List<@NotNull MemberRequest> members) {}

    @Schema(name = "InspectionReasonRequest", additionalProperties = Schema.False.class)
    record ReasonRequest(
            @Schema(description = "Why") @Valid @NotNull Reason reason) {}

    @Schema(name = "ConcludeInspectionRequest", additionalProperties = Schema.False.class)
    record ConcludeRequest(
            @Schema(description = "What it came to") @Valid @NotNull
            ConcludeData data) {}

    @Schema(name = "InspectionConclusion", additionalProperties = Schema.False.class)
    record ConcludeData(
            @Schema(description = "Number of the minutes", maxLength = REFERENCE) @NotBlank @Size(max = REFERENCE)
            String minutes,

            @Schema(description = "Conclusion", maxLength = TEXT) @NotBlank @Size(max = TEXT)
            String conclusion,

            @Schema(description = "What the team recommends; it handles nobody itself", maxItems = 50)
            @NotNull
            @Size(max = 50)
            List<@NotBlank @Size(max = TEXT) String> recommendations,

            @Schema(description = "An answer to each question of the checklist", maxItems = 200)
            @Valid
            @NotNull
            @Size(max = 200)
            List<@NotNull AnswerRequest> answers) {}

    enum ChecklistAnswer {
        YES,
        NO,
        NOT_APPLICABLE
    }

    @Schema(name = "InspectionAnswer", additionalProperties = Schema.False.class)
    record AnswerRequest(
            @Schema(description = "Code of the question", maxLength = 40) @NotNull @Size(min = 1, max = 40)
            String item,

            @Schema(description = "Whether it is as it should be") @NotNull
            ChecklistAnswer answer,

            @Schema(
                    description = "What was seen; null if nothing is to be said",
                    maxLength = REFERENCE,
                    nullable = true)
            @Size(max = REFERENCE)
            @Nullable
            String note) {}

    @Schema(name = "InspectionSummary")
    record InspectionSummary(
            @Schema(description = "Identifier") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "By plan, unannounced, or again after a finding")
            Kind kind,

            @Schema(description = "Unit that is inspected") UnitReference unit,

            @Schema(description = "How far it has come") State state,

            @Schema(description = "First day on which it may begin")
            LocalDate windowFrom,

            @Schema(description = "Last day on which it may begin")
            LocalDate windowTo,

            @Schema(description = "When it began; null before", nullable = true) @Nullable
            Instant startedAt,

            @Schema(description = "When it was concluded or cancelled; null before", nullable = true) @Nullable
            Instant endedAt) {}

    @Schema(name = "Inspection")
    record InspectionView(
            @Schema(description = "Identifier") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "By plan, unannounced, or again after a finding")
            Kind kind,

            @Schema(description = "Unit that is inspected") UnitReference unit,

            @Schema(description = "How far it has come") State state,

            @Schema(description = "First day on which it may begin")
            LocalDate windowFrom,

            @Schema(description = "Last day on which it may begin")
            LocalDate windowTo,

            @Schema(description = "When it began; null before", nullable = true) @Nullable
            Instant startedAt,

            @Schema(description = "When it was concluded or cancelled; null before", nullable = true) @Nullable
            Instant endedAt,

            @Schema(description = "Line of the plan; null if no plan names it", nullable = true) @Nullable
            UUID planLineId,

            @Schema(description = "Finding whose remedy is looked at; null but for a re-inspection", nullable = true)
            @Nullable
            UUID findingId,

            @Schema(description = "Decision that sends the team")
            Decision mandate,

            @Schema(description = "Checklist, in a version") UUID checklistId,

            @Schema(description = "Who is in the team", maxItems = 50)
            List<MemberView> members,

            @Schema(description = "What it came to; null before", nullable = true) @Nullable
            ConclusionView conclusion,

            @Schema(description = "Why it was cancelled; null if it was not", nullable = true) @Nullable
            Reason cancelledBecause,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 10)
            List<ActionView> actions) {}

    @Schema(name = "InspectionMember")
    record MemberView(
            @Schema(description = "Officer") OfficerReference officer,

            @Schema(description = "Place in the team") Role role) {}

    @Schema(name = "InspectionOutcome")
    record ConclusionView(
            @Schema(description = "Number of the minutes", maxLength = REFERENCE)
            String minutes,

            @Schema(description = "Conclusion", maxLength = TEXT)
            String conclusion,

            @Schema(description = "What the team recommends", maxItems = 50)
            List<String> recommendations) {}

    /** Who stepped aside may not know more than that. */
    @Schema(name = "InspectionRecused")
    record Recused(
            @Schema(description = "The inspection") UUID id,

            @Schema(description = "That the caller is no longer in the team")
            boolean recused) {}

    /** An act, and what speaks against it now. */
    @Schema(name = "InspectionAction")
    record ActionView(
            @Schema(description = "Verb", maxLength = 20) String name,

            @Schema(description = "Path", maxLength = 200) String href,

            @Schema(description = "Whether the caller may do it now")
            boolean enabled,

            @Schema(description = "What the act needs besides the version", maxItems = 5)
            List<String> needs,

            @Schema(description = "What speaks against it", maxItems = 20)
            List<Blocker> blockedBy) {}

    @Schema(name = "InspectionBlocker")
    record Blocker(
            @Schema(description = "Code of the refusal", maxLength = 80)
            String code,

            @Schema(description = "Facts") Map<String, Object> args,

            @Schema(description = "In words, in Vietnamese", maxLength = 500)
            String detail) {}

    static List<Member> members(List<MemberRequest> given) {
        return given.stream()
                .map(each -> new Member(each.officerId(), each.role(), null))
                .toList();
    }

    /** Refusal: validity.empty for a window that ends before it begins. */
    static Optional<Refusal> window(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? Optional.of(Refusal.of(EvaluationProblem.VALIDITY_EMPTY)) : Optional.empty();
    }
}
