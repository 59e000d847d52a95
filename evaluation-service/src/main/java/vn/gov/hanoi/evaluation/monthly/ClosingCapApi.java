package vn.gov.hanoi.evaluation.monthly;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.ExcellenceCap;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.timeline.Decision;

/** How the cap on the top grade is used in a month of an agency. */
final class ClosingCapApi {
    private ClosingCapApi() {}

    @Schema(name = "ClosingCap")
    record CapView(
            @Schema(
                    description =
                            "One for each rule set that caps; of a small unit also the pool next to it, if exceeded",
                    maxItems = 20)
            List<CapUseView> items) {}

    @Schema(name = "ClosingCapUse")
    record CapUseView(
            @Schema(description = "Code of the rule set", maxLength = 40)
            String ruleSet,

            @Schema(description = "Capped grade") Grade grade,

            @Schema(description = "Share in force, 0-1, scale 4")
            BigDecimal share,

            @Schema(description = "Decision that raised it; null if none", nullable = true) @Nullable
            Decision raisedBy,

            @Schema(
                    description =
                            "People with a grade who count; of a small unit those of all units that it counts with")
            int rated,

            @Schema(description = "Most of them with the capped grade")
            int allowed,

            @Schema(description = "Those of them with it") int used,

            @Schema(description = "With whom a small unit counts; null if by itself", nullable = true) @Nullable
            CapPool countedWith,

            @Schema(description = "Whether the one place is there against a written reason only: the share gives none")
            boolean byReason,

            @Schema(
                    description = "Kept reason of this unit; null if none was needed when it was published",
                    maxLength = 1000,
                    nullable = true)
            @Nullable
            String smallUnitReason,

            @Schema(description = "Whether publication is refused as it stands")
            boolean refused) {}

    @Schema(name = "ClosingCapPool")
    record CapPool(
            @Schema(description = "The closest rating unit above, or a group of units with similar tasks")
            ExcellenceCap.Pool kind,

            @Schema(description = "Id of the unit or the group")
            UUID id,

            @Schema(description = "Name of the unit or the group", maxLength = 200)
            String name) {}
}
