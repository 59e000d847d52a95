package vn.gov.hanoi.evaluation.monthly;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.CriterionApi.CriterionView;
import vn.gov.hanoi.evaluation.monthly.CriterionApi.GroupView;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Extras;
import vn.gov.hanoi.evaluation.monthly.WorkApi.ChargeView;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.idempotency.Warned;

/** Answers about sheets. Points, texts and evidence are for who has a part in a sheet and who keeps its unit. */
final class EvaluationApi {
    private EvaluationApi() {}

    @Schema(name = "RuleSetReference")
    record RuleSetReference(
            @Schema(description = "Code", maxLength = 40, examples = "HN-M-2022")
            String code,

            @Schema(description = "Version of the rules") int version) {}

    @Schema(name = "EvaluationSummary")
    record EvaluationSummary(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Month", maxLength = 7, examples = "2026-07")
            String period,

            @Schema(description = "Closing that it belongs to")
            UUID closingId,

            @Schema(description = "Who is rated") OfficerReference officer,

            @Schema(description = "Unit of the post, named as on the last day of the month")
            UnitReference unit,

            @Schema(description = "How far it has come") SheetState state,

            @Schema(description = "Kind of result; null before the decision", nullable = true)
            Score.@Nullable Outcome outcome,

            @Schema(description = "Decided grade; null before the decision and without a rating", nullable = true)
            @Nullable
            Grade grade,

            @Schema(description = "Whether the result is official: the rule set is, and it was published")
            boolean official,

            @Schema(description = "Rules of the period") RuleSetReference ruleSet,

            @Schema(description = "Number of the revision, from 1")
            int revision,

            @Schema(description = "When it was published; null before", nullable = true) @Nullable
            Instant publishedAt) {}

    @Schema(name = "Evaluation")
    record EvaluationView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Month", maxLength = 7, examples = "2026-07")
            String period,

            @Schema(description = "Closing that it belongs to")
            UUID closingId,

            @Schema(description = "Who is rated") OfficerReference officer,

            @Schema(description = "Unit of the post, named as on the last day of the month")
            UnitReference unit,

            @Schema(description = "How far it has come") SheetState state,

            @Schema(description = "Kind of result; null before the decision", nullable = true)
            Score.@Nullable Outcome outcome,

            @Schema(description = "Decided grade; null before the decision and without a rating", nullable = true)
            @Nullable
            Grade grade,

            @Schema(description = "Whether the result is official: the rule set is, and it was published")
            boolean official,

            @Schema(description = "Rules of the period") RuleSetReference ruleSet,

            @Schema(description = "Number of the revision, from 1")
            int revision,

            @Schema(description = "When it was published; null before", nullable = true) @Nullable
            Instant publishedAt,

            @Schema(description = "Post that is rated") PostView post,

            @Schema(description = "Revision before; null for the first", nullable = true) @Nullable
            UUID supersedes,

            @Schema(description = "When a later revision took its place; null for the living one", nullable = true)
            @Nullable
            Instant supersededAt,

            @Schema(description = "Whether the result rests on an input that was replaced since")
            boolean outdated,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Marks and points; absent where they are not for the viewer")
            @Nullable
            Detail detail,

            @Schema(description = "What is hidden from the viewer", maxItems = 10)
            List<HiddenField> hiddenFields,

            @Schema(description = "What does not fit although it was decided, as too many top grades", maxItems = 10)
            List<Blocker> warnings,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 10)
            List<ActionView> actions)
            implements Warned {
        @Override
        public List<String> warningCodes() {
            return warnings.stream().map(Blocker::code).toList();
        }
    }

    @Schema(name = "EvaluationPost")
    record PostView(
            @Schema(description = "Assignment") UUID assignmentId,

            @Schema(description = "Title", maxLength = 200) String title,

            @Schema(description = "Whether it is a leading or managing one")
            boolean leader,

            @Schema(description = "Kind of score sheet") SheetKind sheetKind,

            @Schema(description = "Agency inside which the cap counts")
            UUID ratingUnitId) {}

    @Schema(name = "EvaluationDetail")
    record Detail(
            @Schema(description = "Criteria with the marks at hand", maxItems = 200)
            List<CriterionView> marks,

            @Schema(description = "Groups of these criteria, in their order", maxItems = 20)
            List<GroupView> groups,

            @Schema(
                    description = "Bonuses, deductions, products and factors; null if there are none",
                    implementation = Extras.class,
                    nullable = true)
            @Nullable
            JsonNode extras,

            @Schema(description = "Working days of the month")
            int workingDays,

            @Schema(description = "Real working time in days; null before the decision", nullable = true) @Nullable
            BigDecimal presenceDays,

            @Schema(
                    description = "Points 0-100, scale 4; null before the decision and without a rating",
                    nullable = true)
            @Nullable
            BigDecimal points,

            @Schema(description = "Grade that the points alone give", nullable = true) @Nullable
            Grade gradeByPoints,

            @Schema(description = "Why there is no rating; null if there is", nullable = true) @Nullable
            NotRatedReason notRated,

            @Schema(
                    description = "SHA-256 of the explanation; null before the decision",
                    maxLength = 64,
                    nullable = true)
            @Nullable
            String digest,

            @Schema(description = "When it was decided; null before", nullable = true) @Nullable
            Instant decidedAt,

            @Schema(description = "Number of the decision; null if it has none", maxLength = 100, nullable = true)
            @Nullable
            String decisionNumber,

            @Schema(description = "Collective that decided; null for a single person", maxLength = 300, nullable = true)
            @Nullable
            String collective,

            @Schema(
                    description = "Collective that decides by the rules; null where a person does or they name nobody",
                    maxLength = 60,
                    nullable = true)
            @Nullable
            String decidingCollective,

            @Schema(description = "Supporting channels, and what they said", maxItems = 20)
            List<ChannelView> channels,

            @Schema(
                    description = "Criteria of the unit by which it was opened; null for those of the rule set",
                    nullable = true)
            @Nullable
            TemplateReference template,

            @Schema(description = "Inputs that were replaced since it was decided", maxItems = 5)
            List<SheetFlag> outdatedInputs,

            @Schema(description = "What the person answers for now, after inspections", maxItems = 50)
            List<ChargeView> charges) {}

    @Schema(name = "EvaluationChannel")
    record ChannelView(
            @Schema(description = "Holder by the evaluator matrix", maxLength = 60)
            String channel,

            @Schema(description = "Whether the caller holds it")
            boolean held,

            @Schema(description = "Part of the points that follows it, scale 4; 0: shown only")
            BigDecimal weight,

            @Schema(description = "Points given, scale 4; null before", nullable = true) @Nullable
            BigDecimal points) {}

    @Schema(name = "EvaluationTemplateReference")
    record TemplateReference(
            @Schema(description = "Template") UUID id,

            @Schema(description = "Unit whose it is") UUID unitId,

            @Schema(description = "Version among those of the unit")
            int version) {}

    @Schema(name = "HiddenField")
    record HiddenField(
            @Schema(description = "Pointer to the property", maxLength = 100)
            String pointer,

            @Schema(description = "Policy that hides it", maxLength = 80)
            String code) {}

    /** An act, and what speaks against it now. */
    @Schema(name = "EvaluationAction")
    record ActionView(
            @Schema(description = "Verb", maxLength = 20) String name,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Step that data.step names; absent if the verb has none", maxLength = 20)
            @Nullable
            String step,

            @Schema(description = "Path", maxLength = 200) String href,

            @Schema(description = "Whether the caller may do it now")
            boolean enabled,

            @Schema(description = "What the act needs besides the version", maxItems = 6)
            List<String> needs,

            @Schema(description = "What speaks against it", maxItems = 20)
            List<Blocker> blockedBy) {}

    @Schema(name = "EvaluationBlocker")
    record Blocker(
            @Schema(description = "Code of the refusal", maxLength = 80)
            String code,

            @Schema(description = "Facts") Map<String, Object> args,

            @Schema(description = "In words, in Vietnamese", maxLength = 500)
            String detail) {}
}
