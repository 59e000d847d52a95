package vn.gov.hanoi.evaluation.monthly;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.EvaluationView;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.kernel.idempotency.Effect;
import vn.gov.hanoi.kernel.idempotency.Effective;

/** Request and answer of a recomputation. */
final class RecomputeApi {
    private RecomputeApi() {}

    @Schema(name = "RecomputeEvaluationRequest", additionalProperties = Schema.False.class)
    record RecomputeRequest(
            @Schema(description = "Why a new revision is made; null without a decision", nullable = true)
            @Valid
            @Nullable
            Reason reason,

            @Schema(description = "The decision by which a new revision is made; null only to compare", nullable = true)
            @Valid
            @Nullable
            Decision decision,

            @Schema(description = "Who decides; null for a single person", nullable = true) @Valid @Nullable
            RecomputeData data) {}

    @Schema(name = "EvaluationRecomputation", additionalProperties = Schema.False.class)
    record RecomputeData(
            @Schema(
                    description = "Collective that decides; null for a single person",
                    maxLength = SheetApi.REFERENCE,
                    nullable = true)
            @Size(min = 1, max = SheetApi.REFERENCE)
            @Nullable
            String collective,

            @Schema(description = "Reference of its minutes", maxLength = SheetApi.REFERENCE, nullable = true)
            @Size(min = 1, max = SheetApi.REFERENCE)
            @Nullable
            String minutes,

            @Schema(description = "Its meeting; needed where the rule set wants a collective", nullable = true)
            @Valid
            @Nullable
            Meeting meeting) {}

    @Schema(name = "EvaluationRecomputed")
    record RecomputedView(
            @Schema(description = "The result that stands: the same one, or the new revision")
            EvaluationView evaluation,

            @Schema(
                    description =
                            "SHA-256 of the explanation, computed from the stored inputs; equal to the stored one",
                    maxLength = 64)
            String digest,

            @Schema(
                    description =
                            "RECOMPUTED with the stored digest and the computed one; SUPERSEDED with what the present inputs give instead",
                    maxItems = 2)
            List<Effect> effects)
            implements Effective {}
}
