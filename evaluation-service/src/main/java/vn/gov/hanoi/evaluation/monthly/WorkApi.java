package vn.gov.hanoi.evaluation.monthly;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/** What is scored on a sheet, as it is handed in. */
final class WorkApi {
    private WorkApi() {}

    @Schema(name = "EvaluationWork", additionalProperties = Schema.False.class)
    record Work(
            @Schema(description = "Points of criteria", maxItems = 200) @Valid @NotNull @Size(max = 200)
            List<@NotNull MarkRequest> marks,

            @Schema(description = "Bonus points", maxItems = 20, nullable = true) @Valid @Size(max = 20) @Nullable
            List<@NotNull BonusRequest> bonuses,

            @Schema(description = "Violations; the rule set says what each costs", maxItems = 50, nullable = true)
            @Valid
            @Size(max = 50)
            @Nullable
            List<@NotNull DeductionRequest> deductions,

            @Schema(description = "Converted products, where the rule set counts them", maxItems = 200, nullable = true)
            @Valid
            @Size(max = 200)
            @Nullable
            List<@NotNull ProductRequest> products,

            @Schema(description = "Factors of a leader, where the rule set has them", nullable = true) @Valid @Nullable
            FactorsRequest factors) {}

    @Schema(name = "EvaluationMark", additionalProperties = Schema.False.class)
    record MarkRequest(
            @Schema(description = "Code of the criterion", maxLength = 40, examples = "I.1")
            @NotNull
            @Size(min = 1, max = 40)
            String criterion,

            @Schema(description = "0 to the maximum of the criterion, scale 4", examples = "4.5")
            @NotNull
            @Digits(integer = 3, fraction = 4)
            BigDecimal points) {}

    @Schema(name = "EvaluationMarkReason", additionalProperties = Schema.False.class)
    record MarkReasonRequest(
            @Schema(description = "Code of the criterion", maxLength = 40) @NotNull @Size(min = 1, max = 40)
            String criterion,

            @Schema(description = "Why", maxLength = 1000) @NotNull @Size(min = 1, max = 1000)
            String text) {}

    @Schema(name = "EvaluationBonus", additionalProperties = Schema.False.class)
    record BonusRequest(
            @Schema(description = "Names it within the sheet", maxLength = 40) @NotNull @Size(min = 1, max = 40)
            String code,

            @Schema(description = "Above 0, scale 4") @NotNull @Digits(integer = 3, fraction = 4)
            BigDecimal points,

            @Schema(description = "References to what proves it", maxItems = 20) @NotNull @Size(max = 20)
            List<@NotNull @Size(max = SheetApi.REFERENCE) String> evidence,

            @Schema(
                    description = "Who approved it; null if nobody yet",
                    maxLength = SheetApi.REFERENCE,
                    nullable = true)
            @Size(max = SheetApi.REFERENCE)
            @Nullable
            String approver) {}

    @Schema(name = "EvaluationDeduction", additionalProperties = Schema.False.class)
    record DeductionRequest(
            @Schema(description = "Code of the deduction", maxLength = 40) @NotNull @Size(min = 1, max = 40)
            String rule,

            @Schema(description = "Finding or record of the violation", maxLength = SheetApi.REFERENCE)
            @NotNull
            @Size(max = SheetApi.REFERENCE)
            String violation) {}

    @Schema(name = "EvaluationCharge")
    record ChargeView(
            @Schema(description = "Entry of accountability") java.util.UUID entryId,

            @Schema(description = "The finding") java.util.UUID findingId,

            @Schema(description = "Type of the finding", maxLength = 40, examples = "ONE_STOP_ABSENT")
            String type,

            @Schema(description = "Points that are taken off, scale 4")
            BigDecimal points,

            @Schema(description = "Document and version that weigh it", maxLength = 60)
            String rules) {}

    @Schema(name = "EvaluationChargeWaiver", additionalProperties = Schema.False.class)
    record WaiverRequest(
            @Schema(description = "Entry of accountability that takes nothing off") @NotNull
            java.util.UUID entryId,

            @Schema(description = "Why; stands in the explanation", maxLength = SheetApi.REFERENCE)
            @NotNull
            @Size(min = 1, max = SheetApi.REFERENCE)
            String reason) {}

    @Schema(name = "EvaluationProduct", additionalProperties = Schema.False.class)
    record ProductRequest(
            @Schema(description = "Code, unique in the period", maxLength = 40) @NotNull @Size(min = 1, max = 40)
            String code,

            @Schema(description = "Hệ số quy đổi, above 0, scale 4") @NotNull @Digits(integer = 6, fraction = 4)
            BigDecimal factor,

            @Schema(description = "Number assigned, scale 4") @NotNull @Digits(integer = 6, fraction = 4)
            BigDecimal assigned,

            @Schema(description = "Number completed, scale 4") @NotNull @Digits(integer = 6, fraction = 4)
            BigDecimal completed,

            @Schema(description = "Failed assessments and delays", maxItems = 100, nullable = true)
            @Valid
            @Size(max = 100)
            @Nullable
            List<@NotNull ProductErrorRequest> errors) {}

    @Schema(name = "EvaluationProductError", additionalProperties = Schema.False.class)
    record ProductErrorRequest(
            @Schema(description = "What it lowers") @NotNull vn.gov.hanoi.evaluation.score.Tasks.ProductError.Kind kind,

            @Schema(description = "Record of it", maxLength = SheetApi.REFERENCE)
            @NotNull
            @Size(max = SheetApi.REFERENCE)
            String reference,

            @Schema(
                    description = "Confirmed objective cause; null if none",
                    maxLength = SheetApi.REFERENCE,
                    nullable = true)
            @Size(max = SheetApi.REFERENCE)
            @Nullable
            String objectiveCause) {}

    @Schema(name = "EvaluationFactors", additionalProperties = Schema.False.class)
    record FactorsRequest(
            @Schema(description = "Number of persons under management by grade") @NotNull @Size(max = 4)
            java.util.Map<Grade, @NotNull Integer> grades,

            @Schema(description = "What is set instead of the factor d; null if nothing", nullable = true)
            @Digits(integer = 1, fraction = 4)
            @Nullable
            BigDecimal setValue,

            @Schema(description = "Why it is set", maxLength = SheetApi.REFERENCE, nullable = true)
            @Size(max = SheetApi.REFERENCE)
            @Nullable
            String setReason,

            @Schema(description = "Ability to organise, one of the values of the rule set")
            @NotNull
            @Digits(integer = 1, fraction = 4)
            BigDecimal organisation,

            @Schema(description = "Unity, one of the values of the rule set")
            @NotNull
            @Digits(integer = 1, fraction = 4)
            BigDecimal unity) {}

    @Schema(name = "EvaluationDiscipline", additionalProperties = Schema.False.class)
    record DisciplineRequest(
            @Schema(description = "Reference of the decision", maxLength = SheetApi.REFERENCE)
            @NotNull
            @Size(min = 1, max = SheetApi.REFERENCE)
            String decision,

            @Schema(description = "Day on which it takes effect") @NotNull
            LocalDate effectiveOn,

            @Schema(description = "Whether only the Party disciplined") @NotNull
            Boolean partyOnly) {}
}
