package vn.gov.hanoi.evaluation.quarterly;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Answers about quarters. Points and digests are for who has a part in the last month and who keeps its unit. */
final class QuarterApi {
    private QuarterApi() {}

    @Schema(name = "QuarterlyResult", description = "Derived from told months on reading; no rating decision")
    record QuarterView(
            @Schema(description = "Quarter", maxLength = 7, examples = "2026-Q3")
            String period,

            @Schema(description = "Whose quarter") OfficerReference officer,

            @Schema(description = "Unit of the last told month, named as on its last day")
            UnitReference unit,

            @Schema(
                    description =
                            "OPEN while a month of the quarter is not told, LOCKED once all are signed off; as of now")
            Quarter.State state,

            @Schema(description = "Rules of the last told month, by which the quarter is computed")
            QuarterRules ruleSet,

            @Schema(description = "Kind of result; null if nothing follows from the months", nullable = true)
            Score.@Nullable Outcome outcome,

            @Schema(description = "Grade of the computation; null without a rating", nullable = true) @Nullable
            Grade grade,

            @Schema(description = "Why nothing follows from the months; null if something does", nullable = true)
            Quarter.@Nullable Obstacle obstacle,

            @Schema(description = "Told months that it rests on, in their order", maxItems = 3)
            List<QuarterMonth> months,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    description =
                            "Points and what they rest on; absent if hidden or if nothing follows from the months")
            @Nullable
            QuarterDetail detail,

            @Schema(description = "What is hidden from the viewer", maxItems = 10)
            List<QuarterHiddenField> hiddenFields) {}

    @Schema(name = "QuarterlyRules")
    record QuarterRules(
            @Schema(description = "Code", maxLength = 40, examples = "VN-CC-2026")
            String code,

            @Schema(description = "Version of the rules") int version) {}

    @Schema(name = "QuarterlyMonth")
    record QuarterMonth(
            @Schema(description = "Month", maxLength = 7, examples = "2026-07")
            String period,

            @Schema(description = "Id of the evaluation, in the revision that is used")
            UUID evaluationId,

            @Schema(description = "Number of the revision, from 1")
            int revision,

            @Schema(description = "Kind of result") Score.Outcome outcome,

            @Schema(description = "Decided grade; null without a rating", nullable = true) @Nullable
            Grade grade,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "SHA-256 of the explanation of the month; absent if hidden", maxLength = 64)
            @Nullable
            String digest) {}

    @Schema(name = "QuarterlyDetail")
    record QuarterDetail(
            @Schema(description = "Points 0-100, scale 4; null without a rating", nullable = true) @Nullable
            BigDecimal points,

            @Schema(description = "Grade by points alone; null without a rating", nullable = true) @Nullable
            Grade gradeByPoints,

            @Schema(description = "Why the quarter is not rated; null if it is", nullable = true) @Nullable
            NotRatedReason notRated,

            @Schema(description = "What the months lack for a result; empty if nothing", maxItems = 600)
            List<String> missing,

            @Schema(description = "SHA-256 of rules, inputs and steps", maxLength = 64)
            String digest) {}

    @Schema(name = "QuarterlyHiddenField")
    record QuarterHiddenField(
            @Schema(description = "Pointer to the hidden property", maxLength = 80)
            String pointer,

            @Schema(description = "By which rule", maxLength = 80)
            String code) {}

    @Schema(name = "QuarterlyExplanation")
    record QuarterExplanation(
            @Schema(description = "Quarter", maxLength = 7, examples = "2026-Q3")
            String period,

            @Schema(description = "Rules, down to their content")
            QuarterRuleContent ruleSet,

            @Schema(description = "Months that it rests on, each of which was computed again", maxItems = 3)
            List<QuarterMonth> months,

            @Schema(description = "Kind of result") Score.Outcome outcome,

            @Schema(description = "Points 0-100, scale 4; null without a rating", nullable = true) @Nullable
            BigDecimal points,

            @Schema(description = "Grade of the computation; null without a rating", nullable = true) @Nullable
            Grade grade,

            @Schema(description = "SHA-256 of the inputs", maxLength = 64)
            String inputsDigest,

            @Schema(
                    description = "SHA-256 of rules, inputs and steps: the same months give it for ever",
                    maxLength = 64)
            String digest,

            @Schema(description = "Steps of the computation, in order", maxItems = 2000)
            List<QuarterStep> steps) {}

    @Schema(name = "QuarterlyRuleContent")
    record QuarterRuleContent(
            @Schema(description = "Code", maxLength = 40) String code,

            @Schema(description = "Version of the rules") int version,

            @Schema(description = "SHA-256 of the content", maxLength = 64)
            String digest) {}

    @Schema(name = "QuarterlyStep")
    record QuarterStep(
            @Schema(description = "What the step does", maxLength = 40)
            String code,

            @Schema(description = "Pointer to the parameter in the rule set", maxLength = 200)
            String path,

            @Schema(description = "Document that the parameter rests on", maxLength = 300)
            String basis,

            @Schema(description = "How sure the parameter is", maxLength = 20)
            String confidence,

            @Schema(description = "Inputs by name; numbers exact")
            Map<String, String> inputs,

            @Schema(description = "Exact number, grade or word", maxLength = 300)
            String result,

            @Schema(description = "In Vietnamese", maxLength = 1000)
            String vi,

            @Schema(description = "In English", maxLength = 1000)
            String en) {}
}
