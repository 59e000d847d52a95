package vn.gov.hanoi.evaluation.yearly;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Title;

/** How a suggestion came about. */
final class YearExplanationApi {
    private YearExplanationApi() {}

    @Schema(name = "AnnualExplanation")
    record YearExplanation(
            @Schema(description = "Rules, down to their content")
            YearRules ruleSet,

            @Schema(
                    description = "SHA-256 of rules, inputs and steps; the stored one, which recomputing gave again",
                    maxLength = 64)
            String digest,

            @Schema(description = "Steps, in order", maxItems = 200)
            List<YearStep> steps,

            @Schema(description = "Why the rules do not rate the year; null if they do", nullable = true)
            NotRated.@Nullable Reason notRated,

            @Schema(description = "What the rules suggest; null if they name no level", nullable = true) @Nullable
            Grade suggestion,

            @Schema(description = "Best level that can be decided; null if the year is not rated", nullable = true)
            @Nullable
            Grade limit,

            @Schema(description = "Decided level; null before and without a rating", nullable = true) @Nullable
            Grade decided) {}

    @Schema(name = "AnnualExplanationRules")
    record YearRules(
            @Schema(description = "Code", maxLength = 40) String code,

            @Schema(description = "Version of the rules") int version,

            @Schema(description = "SHA-256 of the content", maxLength = 64)
            String digest) {}

    @Schema(name = "AnnualExplanationStep")
    record YearStep(
            @Schema(description = "What the step does, or the condition that it asks", maxLength = 60)
            String code,

            @Schema(description = "What the condition asks; null for other steps", nullable = true) @Nullable
            Title title,

            @Schema(description = "Inputs by name; numbers exact")
            Map<String, String> inputs,

            @Schema(description = "What came out", maxLength = 300)
            String result,

            @Schema(description = "Article and number of the text", maxLength = 300)
            String legalBasis,

            @Schema(description = "How sure the parameter is", maxLength = 20)
            String confidence,

            @Schema(description = "Pointer to the parameter in the rule set", maxLength = 200)
            String parameter) {}
}
