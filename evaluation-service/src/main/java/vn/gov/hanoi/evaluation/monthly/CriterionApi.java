package vn.gov.hanoi.evaluation.monthly;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Title;

/** Criteria of a sheet as they are shown: all that a form needs. */
final class CriterionApi {
    private CriterionApi() {}

    @Schema(name = "EvaluationCriterion")
    record CriterionView(
            @Schema(description = "Code of the criterion", maxLength = 40)
            String criterion,

            @Schema(description = "Group", maxLength = 40) String group,

            @Schema(description = "Most points, scale 4") BigDecimal maximum,

            @Schema(description = "Points, scale 4; null if not scored, which is not zero", nullable = true) @Nullable
            BigDecimal points,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "What people call it; absent in the entries of a sheet, which has it")
            @Nullable
            TitleView title) {}

    @Schema(name = "EvaluationGroup")
    record GroupView(
            @Schema(description = "Code of the group", maxLength = 40)
            String group,

            @Schema(description = "What people call it") TitleView title,

            @Schema(description = "Most points of all its criteria together, scale 4")
            BigDecimal maximum) {}

    @Schema(name = "EvaluationTitle", description = "Text in two languages")
    record TitleView(
            @Schema(description = "In Vietnamese", maxLength = 1000)
            String vi,

            @Schema(description = "In English", maxLength = 1000)
            String en) {
        static TitleView of(Title title) {
            return new TitleView(title.vi(), title.en());
        }
    }
}
