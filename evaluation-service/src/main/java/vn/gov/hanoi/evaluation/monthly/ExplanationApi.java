package vn.gov.hanoi.evaluation.monthly;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.CriterionApi.CriterionView;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.TemplateReference;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.score.Score;

/** How a result came about: what was done, and how it was computed. */
final class ExplanationApi {
    private ExplanationApi() {}

    @Schema(name = "EvaluationEntries")
    record EntriesView(
            @Schema(description = "In the order in which it was done", maxItems = 1000)
            List<EntryView> items) {}

    @Schema(name = "EvaluationEntry")
    record EntryView(
            @Schema(description = "Place in the order, from 1")
            int seq,

            @Schema(description = "Step") SheetEntry.Kind kind,

            @Schema(description = "State before") SheetState before,

            @Schema(description = "State after") SheetState after,

            @Schema(description = "Officer who did it; null if no officer of the directory", nullable = true) @Nullable
            UUID officerId,

            @Schema(description = "Order under which it was done for another; null in the own right", nullable = true)
            @Nullable
            UUID delegationId,

            @Schema(description = "Whether the manager scored without the late self-score")
            boolean alone,

            @Schema(description = "Marks as the step left them", maxItems = 200)
            List<CriterionView> marks,

            @Schema(
                    description = "Comment, evidence, minutes, reasons and decision of the step",
                    implementation = SheetEntry.Details.class)
            @Nullable
            JsonNode details,

            @Schema(description = "When") Instant at) {}

    @Schema(name = "EvaluationExplanation")
    record ExplanationView(
            @Schema(description = "Rules, down to their content")
            RulesView ruleSet,

            @Schema(
                    description = "Criteria of the unit, if these were used; null for those of the rule set",
                    nullable = true)
            @Nullable
            TemplateReference template,

            @Schema(description = "Kind of result") Score.Outcome outcome,

            @Schema(description = "SHA-256 of the inputs", maxLength = 64)
            String inputsDigest,

            @Schema(
                    description = "SHA-256 of rules, inputs and steps; the stored one, which recomputing gave again",
                    maxLength = 64)
            String digest,

            @Schema(description = "Steps of the computation, in order", maxItems = 2000)
            List<StepView> steps,

            @Schema(description = "Grade of the computation; null without a rating", nullable = true) @Nullable
            Grade computed,

            @Schema(
                    description = "Decided grade, the computed one or a lower one; null without a rating",
                    nullable = true)
            @Nullable
            Grade decided) {}

    @Schema(name = "ExplanationRules")
    record RulesView(
            @Schema(description = "Code", maxLength = 40) String code,

            @Schema(description = "Version of the rules") int version,

            @Schema(description = "SHA-256 of the content", maxLength = 64)
            String digest) {}

    @Schema(name = "ExplanationStep")
    record StepView(
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
