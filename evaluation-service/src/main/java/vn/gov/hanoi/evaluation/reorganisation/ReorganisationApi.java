package vn.gov.hanoi.evaluation.reorganisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.problem.Problem;

/** Requests and answers about reorganisations. */
final class ReorganisationApi {
    private ReorganisationApi() {}

    @Schema(name = "Decision", additionalProperties = Schema.False.class)
    record DecisionRequest(
            @Schema(description = "Number", maxLength = 100, examples = "19/NQ-HĐND") @NotNull
            String number,

            @Schema(description = "Day of signature") @NotNull
            LocalDate signedOn,

            @Schema(description = "Who issued it", maxLength = 200, examples = "HĐND Thành phố Hà Nội") @NotNull
            String issuer) {}

    @Schema(name = "ReorganisationRequest", additionalProperties = Schema.False.class)
    record ReorganisationRequest(
            @Schema(description = "Title", maxLength = 200, examples = "Sắp xếp đơn vị hành chính cấp xã")
            @NotNull
            @Size(max = 200)
            String title,

            @Schema(description = "Decision that orders it") @Valid @NotNull
            DecisionRequest decision,

            @Schema(description = "First day of the new order", examples = "2025-07-01") @NotNull
            LocalDate effectiveOn,

            @Schema(description = "What it says") @Valid @NotNull
            PlanContent content) {}

    @Schema(name = "ReasonRequest", additionalProperties = Schema.False.class)
    record ReasonRequest(
            @Schema(description = "Why") @Valid @NotNull Reason reason) {}

    /** An act that a plan offers, and what speaks against it now. */
    @Schema(name = "OfferedAction")
    record ActionView(
            @Schema(description = "Verb", maxLength = 20) String name,

            @Schema(description = "Path", maxLength = 200) String href,

            @Schema(description = "Whether the caller may do it now")
            boolean enabled,

            @Schema(description = "What speaks against it", maxItems = 20)
            List<Blocker> blockedBy) {}

    @Schema(name = "Blocker")
    record Blocker(
            @Schema(description = "Code of the refusal", maxLength = 80)
            String code,

            @Schema(description = "Facts") Map<String, Object> args,

            @Schema(description = "In words", maxLength = 500)
            String detail) {}

    @Schema(name = "ReorganisationSummary")
    record PlanSummary(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Title", maxLength = 200) String title,

            @Schema(description = "Decision that orders it") DecisionRequest decision,

            @Schema(description = "First day of the new order")
            LocalDate effectiveOn,

            @Schema(description = "Where it stands") Plan.State state,

            @Schema(description = "What was asked for and is not done yet; null if nothing", nullable = true)
            Plan.@Nullable Pending pending,

            @Schema(description = "When it was drafted") Instant draftedAt,

            @Schema(description = "When it was applied; null before", nullable = true) @Nullable
            Instant appliedAt,

            @Schema(description = "Version of the record, from 1", minimum = "1")
            long version) {}

    @Schema(name = "Reorganisation")
    record PlanView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Title", maxLength = 200) String title,

            @Schema(description = "Decision that orders it") DecisionRequest decision,

            @Schema(description = "First day of the new order")
            LocalDate effectiveOn,

            @Schema(description = "Where it stands") Plan.State state,

            @Schema(description = "What was asked for and is not done yet; null if nothing", nullable = true)
            Plan.@Nullable Pending pending,

            @Schema(description = "Operation of what was asked for last; null before", nullable = true) @Nullable
            UUID operationId,

            @Schema(description = "What it says") PlanContent content,

            @Schema(description = "Id of each unit it makes, by its name within the plan")
            Map<String, UUID> newUnits,

            @Schema(description = "When it was drafted") Instant draftedAt,

            @Schema(description = "When it was applied; null before", nullable = true) @Nullable
            Instant appliedAt,

            @Schema(description = "When it was undone; null if it was not", nullable = true) @Nullable
            Instant revertedAt,

            @Schema(description = "Version of the record, from 1", minimum = "1")
            long version,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 10)
            List<ActionView> actions) {}

    /** What a plan would do, without doing it. */
    @Schema(name = "ReorganisationPreview")
    record PreviewView(
            @Schema(description = "The plan") UUID planId,

            @Schema(description = "Version of the plan that was tried out")
            long version,

            @Schema(description = "First day of the new order")
            LocalDate effectiveOn,

            @Schema(description = "Whether it could be applied now")
            boolean applicable,

            @Schema(description = "What the act would be refused with; null if it would be done", nullable = true)
            @Nullable
            Problem problem,

            @Schema(description = "Figures in all") Totals totals,

            @Schema(description = "Where posts go, by unit; largest first, at most 5,000", maxItems = 5000)
            List<Flow> flows,

            @Schema(description = "What deserves a look and does not stop the act", maxItems = 1000)
            List<Warning> warnings,

            @Schema(description = "What the other services count, as far as they have answered", maxItems = 2)
            List<ServiceImpact> otherServices) {}

    @Schema(name = "ReorganisationTotals")
    record Totals(
            @Schema(description = "Units made") int unitsMade,

            @Schema(description = "Units renamed, moved or of another kind")
            int unitsAltered,

            @Schema(description = "Units that end") int unitsDissolved,

            @Schema(description = "People with a post that moves or ends")
            int people,

            @Schema(description = "Posts that move") int postsMoved,

            @Schema(description = "Posts that end") int postsEnded,

            @Schema(description = "People who have a main post the day before and none on the day")
            int peopleWithoutMainPost,

            @Schema(description = "Delegations in dissolved units, which end")
            int delegationsEnded,

            @Schema(description = "Evaluation sheets of dissolved units that are not published")
            int openSheets) {}

    @Schema(name = "PostFlow")
    record Flow(
            @Schema(description = "Unit that gives") UnitReference from,

            @Schema(description = "Unit that takes, recorded or to be made; null if the posts end", nullable = true)
            @Nullable
            UnitReference to,

            @Schema(description = "Posts") int posts,

            @Schema(description = "Of them main posts") int mainPosts) {}

    @Schema(name = "PreviewWarning")
    record Warning(
            @Schema(description = "Code", maxLength = 80) String code,

            @Schema(description = "Unit", nullable = true) @Nullable
            UUID unitId,

            @Schema(description = "How many", nullable = true) @Nullable
            Integer number) {}

    @Schema(name = "ServiceImpact")
    record ServiceImpact(
            @Schema(description = "Service", maxLength = 20, examples = "training")
            String service,

            @Schema(description = "RECEIVED: counted for this version; AWAITED: not yet")
            Answered state,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "When the counts arrived") @Nullable
            Instant receivedAt,

            @Schema(description = "Open work by kind and unit", maxItems = 10000)
            List<ImpactCount> counts) {}

    enum Answered {
        RECEIVED,
        AWAITED
    }

    @Schema(name = "ImpactCount")
    record ImpactCount(
            @Schema(description = "What is counted", maxLength = 40, examples = "CLASSES")
            String kind,

            @Schema(description = "Unit") UUID unitId,

            @Schema(description = "How many") long number,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Sum in đồng, if it is about money")
            @Nullable
            Long amountVnd) {}
}
