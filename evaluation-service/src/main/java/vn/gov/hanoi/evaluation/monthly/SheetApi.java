package vn.gov.hanoi.evaluation.monthly;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.WorkApi.DisciplineRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.MarkReasonRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.WaiverRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.Work;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;

/** Requests on sheets. Points and numbers have at most 4 decimals, days one. What is decided is also what an accepted objection gives. */
public final class SheetApi {
    static final int COMMENT = 4000;
    static final int REFERENCE = 300;

    private SheetApi() {}

    enum OwnStep {
        PLAN,
        SELF
    }

    enum ReviewStep {
        COLLECTIVE,
        MANAGER
    }

    @Schema(name = "SubmitEvaluationRequest", additionalProperties = Schema.False.class)
    record SubmitRequest(
            @Schema(description = "What is handed in") @Valid @NotNull
            SubmitData data) {}

    @Schema(name = "EvaluationSubmission", additionalProperties = Schema.False.class)
    record SubmitData(
            @Schema(description = "PLAN: tasks of the period; SELF: the own score") @NotNull
            OwnStep step,

            @Schema(description = "In words: tasks or self-assessment", maxLength = COMMENT, nullable = true)
            @Size(max = COMMENT)
            @Nullable
            String comment,

            @Schema(description = "References to what proves it", maxItems = 50, nullable = true)
            @Size(max = 50)
            @Nullable
            List<@NotNull @Size(min = 1, max = REFERENCE) String> evidence,

            @Schema(description = "Marks; for SELF every criterion of the sheet", nullable = true) @Valid @Nullable
            Work work) {}

    @Schema(name = "ReturnEvaluationRequest", additionalProperties = Schema.False.class)
    record ReturnRequest(
            @Schema(description = "Why it goes back") @Valid @NotNull
            Reason reason) {}

    @Schema(name = "ReviewEvaluationRequest", additionalProperties = Schema.False.class)
    record ReviewRequest(
            @Schema(description = "The review") @Valid @NotNull
            ReviewData data) {}

    @Schema(name = "EvaluationReview", additionalProperties = Schema.False.class)
    record ReviewData(
            @Schema(description = "COLLECTIVE: opinion with minutes; MANAGER: score of the direct manager") @NotNull
            ReviewStep step,

            @Schema(description = "Reference of the minutes; for COLLECTIVE", maxLength = REFERENCE, nullable = true)
            @Size(min = 1, max = REFERENCE)
            @Nullable
            String minutes,

            @Schema(description = "In words", maxLength = COMMENT, nullable = true) @Size(max = COMMENT) @Nullable
            String comment,

            @Schema(description = "Marks; for MANAGER every criterion of the sheet", nullable = true) @Valid @Nullable
            Work work,

            @Schema(
                    description = "Why, for each mark that differs from the self-score",
                    maxItems = 200,
                    nullable = true)
            @Valid
            @Size(max = 200)
            @Nullable
            List<@NotNull MarkReasonRequest> reasons) {}

    @Schema(name = "DecideEvaluationRequest", additionalProperties = Schema.False.class)
    record DecideRequest(
            @Schema(description = "Why the grade is below what the points give", nullable = true) @Valid @Nullable
            Reason reason,

            @Schema(description = "The decision, if it has a number", nullable = true) @Valid @Nullable
            Decision decision,

            @Schema(description = "What is decided") @Valid @NotNull
            DecideData data) {}

    @Schema(name = "CorrectEvaluationRequest", additionalProperties = Schema.False.class)
    record CorrectRequest(
            @Schema(description = "Why the result is corrected") @Valid @NotNull
            Reason reason,

            @Schema(description = "The decision by which it is corrected") @Valid @NotNull
            Decision decision,

            @Schema(description = "What is decided instead") @Valid @NotNull
            DecideData data) {}

    @Schema(name = "EvaluationDecision", additionalProperties = Schema.False.class)
    public record DecideData(
            @Schema(
                    description = "Real working time in days, 0 to the working days of the period; one decimal",
                    examples = "21.5")
            @NotNull
            @Digits(integer = 3, fraction = 1)
            BigDecimal presenceDays,

            @Schema(description = "Why the period has no rating; null if it is rated", nullable = true) @Nullable
            NotRatedReason notRated,

            @Schema(description = "Other marks than those at hand; null if these stand", nullable = true)
            @Valid
            @Nullable
            Work work,

            @Schema(description = "Why, for each mark that differs from those at hand", maxItems = 200, nullable = true)
            @Valid
            @Size(max = 200)
            @Nullable
            List<@NotNull MarkReasonRequest> reasons,

            @Schema(description = "A lower grade than the points give; null for the computed one", nullable = true)
            @Nullable
            Grade grade,

            @Schema(
                    description =
                            "Level of the unit, for its head; null if not known. If an authority has decided it (unit-results), that level counts "
                                    + "and another one is refused",
                    nullable = true)
            @Nullable
            Grade unitGrade,

            @Schema(
                    description = "Disciplinary decisions that may take effect in the period",
                    maxItems = 20,
                    nullable = true)
            @Valid
            @Size(max = 20)
            @Nullable
            List<@NotNull DisciplineRequest> disciplines,

            @Schema(
                    description =
                            "Collective that decides, under who acts; null for a single person. Where the rule set wants one, its code",
                    maxLength = REFERENCE,
                    nullable = true)
            @Size(min = 1, max = REFERENCE)
            @Nullable
            String collective,

            @Schema(description = "Reference of its minutes", maxLength = REFERENCE, nullable = true)
            @Size(min = 1, max = REFERENCE)
            @Nullable
            String minutes,

            @Schema(description = "Its meeting; needed where the rule set wants a collective", nullable = true)
            @Valid
            @Nullable
            Meeting meeting,

            @Schema(description = "In words", maxLength = COMMENT, nullable = true) @Size(max = COMMENT) @Nullable
            String comment,

            @Schema(
                    description =
                            "Findings of inspections for which nothing is taken off; all others that the person answers for are (detail.charges)",
                    maxItems = 50,
                    nullable = true)
            @Valid
            @Size(max = 50)
            @Nullable
            List<@NotNull WaiverRequest> waivers) {}

    @Schema(name = "AdviseEvaluationRequest", additionalProperties = Schema.False.class)
    record AdviseRequest(
            @Schema(description = "The advice") @Valid @NotNull
            AdviceData data) {}

    @Schema(name = "EvaluationAdviceData", additionalProperties = Schema.False.class)
    record AdviceData(
            @Schema(
                    description = "Channel, by the holder that the evaluator matrix names",
                    maxLength = 60,
                    examples = "SPECIALISED_DEPARTMENT_DIRECTOR")
            @NotNull
            @Size(min = 1, max = 60)
            String channel,

            @Schema(description = "Points, 0 to the maximum of the scale, scale 4", examples = "85")
            @NotNull
            @Digits(integer = 3, fraction = 4)
            BigDecimal points,

            @Schema(description = "In words", maxLength = COMMENT, nullable = true) @Size(max = COMMENT) @Nullable
            String comment,

            @Schema(description = "References to what proves it", maxItems = 50, nullable = true)
            @Size(max = 50)
            @Nullable
            List<@NotNull @Size(min = 1, max = REFERENCE) String> evidence) {}
}
