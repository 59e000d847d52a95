package vn.gov.hanoi.selection.eligibility;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;

/** Requests about eligibility. */
final class EligibilityRequests {
    private EligibilityRequests() {}

    @Schema(name = "RoundLockRequest", additionalProperties = Schema.False.class, description = "Body of lock: empty")
    record LockRequest() {}

    @Schema(
            name = "EligibilityRecomputeRequest",
            additionalProperties = Schema.False.class,
            description = "Body of recompute: empty")
    record RecomputeRequest() {}

    @Schema(
            name = "EligibilityCondition",
            additionalProperties = Schema.False.class,
            description = "The finding that is decided otherwise")
    record ConditionData(
            @Schema(description = "Code of the condition", examples = "ANNUAL_LEVELS", maxLength = 40)
            @NotNull
            @Size(max = 40)
            @Pattern(regexp = "^[A-Z][A-Z_]*$", message = "a code of capital letters and underscores")
            String condition) {}

    @Schema(
            name = "EligibilityDecideRequest",
            additionalProperties = Schema.False.class,
            description = "Body of decide: a reasoned decision in the place of a finding")
    record DecideRequest(
            @Schema(description = "Why") @NotNull @Valid ReasonPart reason,

            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision,

            @Schema(description = "The finding") @NotNull @Valid
            ConditionData data) {}
}
