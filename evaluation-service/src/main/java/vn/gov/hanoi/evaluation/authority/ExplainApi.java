package vn.gov.hanoi.evaluation.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.page.Page;

/** Request and answer about who may do what and why. */
final class ExplainApi {
    private ExplainApi() {}

    @Schema(name = "ExplainAccessRequest", additionalProperties = Schema.False.class)
    record ExplainRequest(
            @Schema(description = "Who would act") @NotNull UUID officerId,

            @Schema(
                    description = "For which unit; absent for that of the other officer, or for all units",
                    nullable = true)
            @Nullable
            UUID unitId,

            @Schema(description = "On whose case; absent if it is nobody's", nullable = true) @Nullable
            UUID otherOfficerId,

            @Schema(description = "Code of code-lists/authority-actions", maxLength = 40, examples = "SCORE")
            @NotNull
            @Size(max = 40)
            String action,

            @Schema(description = "Day of the act; absent: today in Hanoi", nullable = true) @Nullable
            LocalDate asOf,

            @Schema(description = "Moment up to which records count; absent: now", nullable = true) @Nullable
            Instant knownAt) {}

    @Schema(name = "AccessExplanation")
    record ExplanationView(
            @Schema(description = "Whether the officer may act")
            boolean allowed,

            @Schema(description = "Why, the shortest chain first; empty if not allowed", maxItems = 100)
            List<ReasonView> reasons,

            @Schema(description = "What speaks against it; empty if allowed", maxItems = 10)
            List<BlockView> blockedBy,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    description =
                            "Units for which the officer may act, among those that the caller may see; only if neither unitId nor "
                                    + "otherOfficerId is given",
                    maxItems = 500)
            @Nullable
            List<UnitReference> units,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "true if there are more units than are shown")
            @Nullable
            Boolean moreUnits,

            @Schema(description = "Day and moment of the truth shown")
            Page.Time time) {}

    /** Kind of a reason. */
    enum Kind {
        /** Head of the unit, regular or acting. */
        HEAD_OF,
        /** Acts for another by an order. */
        DELEGATED
    }

    @Schema(name = "AccessReason")
    record ReasonView(
            @Schema(description = "Kind of reason") Kind kind,

            @Schema(description = "Who acts (A)") OfficerReference officer,

            @Schema(description = "Unit that A is head of, or in which A acts for B")
            UnitReference unit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Of HEAD_OF: the post") @Nullable
            UUID assignmentId,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Of HEAD_OF: whether in the place of a regular head")
            @Nullable
            Boolean acting,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Of DELEGATED: for whom A acts (B)")
            @Nullable
            OfficerReference forOfficer,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Of DELEGATED: the delegation") @Nullable
            UUID delegationId,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Of DELEGATED: number of the order", maxLength = 100)
            @Nullable
            String decisionNumber,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Of DELEGATED: why B may act") @Nullable
            ReasonView because) {}

    @Schema(name = "AccessBlock")
    record BlockView(
            @Schema(description = "Code of the refusal that the act would meet", maxLength = 100)
            String code,

            @Schema(description = "In words, in the caller's language", maxLength = 1000)
            String detail) {}
}
