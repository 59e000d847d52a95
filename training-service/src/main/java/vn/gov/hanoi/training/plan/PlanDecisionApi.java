package vn.gov.hanoi.training.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.plan.ChangeApi.ChangesRequest;

/** Requests and answers about plan decisions. */
final class PlanDecisionApi {
    private PlanDecisionApi() {}

    @Schema(name = "PlanDecisionRequest", description = "A signed decision about the quota and money of a year")
    record PlanDecisionRequest(
            @Schema(description = "Plan year", examples = "2020") @NotNull @Min(2000) @Max(2100)
            Integer year,

            @Schema(description = "ASSIGN: the first decision of the year; ADJUST, TRANSFER, RELEASE: a later one")
            @NotNull
            DecisionKind kind,

            @NotNull @Valid SignedDecisionRequest decision,

            @Schema(description = "Law the decision rests on", maxLength = 1000)
            @NotBlank
            @Size(max = 1000)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String legalBasis,

            @Schema(description = "Blocks (khối), in the order of the decision; only with ASSIGN", nullable = true)
            @Size(max = 100)
            @Nullable
            List<@NotNull @Valid BlockRequest> blocks,

            @Schema(description = "What is changed; only with ADJUST, TRANSFER and RELEASE", nullable = true)
            @Valid
            @Nullable
            ChangesRequest changes) {
        List<BlockRequest> blockList() {
            return Objects.requireNonNullElse(blocks, List.of());
        }

        ChangesRequest changeList() {
            return Objects.requireNonNullElse(changes, ChangesRequest.NONE);
        }
    }

    @Schema(name = "SignedDecisionRequest")
    record SignedDecisionRequest(
            @Schema(
                    description = "Number, unique for the issuer and year of signing",
                    examples = "01/QĐ-MẪU",
                    maxLength = 100)
            @NotBlank
            @Size(max = 100)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String number,

            @Schema(description = "Day of signing", examples = "2020-01-15") @NotNull @PlausibleDay
            LocalDate signedOn,

            @Schema(description = "Code of the deciding unit, the City", examples = "H26", maxLength = 35)
            @NotBlank
            @Size(max = 35)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String issuer) {}

    @Schema(name = "PlanBlockRequest")
    record BlockRequest(
            @Schema(description = "Code, unique in the plan", examples = "DEPARTMENTS", maxLength = 35)
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String code,

            @Schema(description = "Name of the block", maxLength = 500)
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String name,

            @Schema(description = "The one source that pays for the block") @NotNull
            FundingSource fundingSource,

            @Schema(description = "Budget in đồng", examples = "134663000000")
            @NotNull
            @PositiveOrZero
            @Max(9007199254740991L)
            Long budgetVnd,

            @Schema(description = "ASSIGNED, or PENDING_APPROVAL until the City approves the adjustment") @NotNull
            AssignmentStatus status,

            @Schema(description = "Lines, in the order of the decision") @NotEmpty @Size(max = 1000)
            List<@NotNull @Valid LineRequest> lines) {}

    @Schema(name = "PlanLineRequest")
    record LineRequest(
            @Schema(description = "Code, unique in the plan", examples = "DEPARTMENTS-1", maxLength = 35)
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String code,

            @Schema(description = "Name of the line", maxLength = 500)
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String name,

            @Schema(description = "Classes; null while pending", examples = "1040", nullable = true)
            @PositiveOrZero
            @Nullable
            Integer classes,

            @Schema(description = "Training places; null while pending", examples = "43238", nullable = true)
            @PositiveOrZero
            @Nullable
            Integer places,

            @Schema(description = "Whom and what it is for; null: the block as a whole", nullable = true)
            @Valid
            @Nullable
            LineTarget target) {}

    @Schema(name = "PlanLineTarget", description = "Unit, type, form and content of a line; codes of the code lists")
    record LineTarget(
            @Schema(description = "Unit that the quota is assigned to", nullable = true) @Nullable
            UUID unitId,

            @Schema(description = "Code of training-types", examples = "REFRESHER", maxLength = 40, nullable = true)
            @Size(max = 40)
            @Nullable
            String trainingType,

            @Schema(description = "Code of training-forms", examples = "JOB_POSITION", maxLength = 40, nullable = true)
            @Size(max = 40)
            @Nullable
            String form,

            @Schema(
                    description = "Code of training-contents",
                    examples = "ETHNIC_LANGUAGES",
                    maxLength = 40,
                    nullable = true)
            @Size(max = 40)
            @Nullable
            String content,

            @Schema(description = "Line of the City's submitted proposal that becomes this line", nullable = true)
            @Nullable
            UUID proposalLineId) {}

    @Schema(name = "SignedDecision")
    record SignedDecisionView(
            @Schema(description = "Number", examples = "01/QĐ-MẪU")
            String number,

            @Schema(description = "Day of signing", examples = "2020-01-15")
            LocalDate signedOn,

            UnitRef issuer) {}

    @Schema(name = "PlanDecision", description = "A decision with what is so by it")
    record PlanDecisionView(
            UUID id,
            UUID planId,

            @Schema(description = "Plan year", examples = "2020")
            int year,

            @Schema(description = "ASSIGN, ADJUST, TRANSFER, RELEASE or CLOSE", examples = "ASSIGN")
            String kind,

            SignedDecisionView decision,

            @Schema(description = "Law the decision rests on")
            String legalBasis,

            @Schema(description = "Blocks and lines that it set, with the figures that they have by it")
            List<BlockView> blocks,

            @Schema(description = "Money that it set, by block and unit", maxItems = 2000)
            List<BudgetView> budgets,

            PlanTotals totals,
            @Schema(description = "When it was recorded") Instant recordedAt) {}

    @Schema(name = "PlanDecisionSummary")
    record PlanDecisionSummary(
            UUID id,

            @Schema(description = "Version", examples = "\"1\"")
            String etag,

            UUID planId,

            @Schema(description = "Plan year", examples = "2020")
            int year,

            @Schema(description = "ASSIGN, ADJUST, TRANSFER, RELEASE or CLOSE", examples = "ASSIGN")
            String kind,

            SignedDecisionView decision,
            @Schema(description = "When it was recorded") Instant recordedAt) {}

    @Schema(name = "PlanBlock")
    record BlockView(
            UUID id,

            @Schema(description = "Code", examples = "DEPARTMENTS")
            String code,

            @Schema(description = "Name") String name,

            @Schema(description = "CITY_BUDGET or DISTRICT_BUDGETS", examples = "CITY_BUDGET")
            String fundingSource,

            @Schema(description = "Sum of what the decision set of its money, in đồng", examples = "134663000000")
            long budgetVnd,

            @Schema(description = "ASSIGNED or PENDING_APPROVAL", examples = "ASSIGNED")
            String status,

            @Schema(description = "Lines, in the order of the decision")
            List<LineView> lines) {}

    @Schema(name = "PlanDecisionLine")
    record LineView(
            UUID id,

            @Schema(description = "Code", examples = "DEPARTMENTS-1")
            String code,

            @Schema(description = "Name") String name,

            @Schema(description = "Classes; null while pending", examples = "1040", nullable = true) @Nullable
            Integer classes,

            @Schema(description = "Training places; null while pending", examples = "43238", nullable = true) @Nullable
            Integer places,

            @Schema(
                    description = "Classes before; null if it is new or was pending",
                    examples = "1000",
                    nullable = true)
            @Nullable
            Integer classesBefore,

            @Schema(description = "Training places before", examples = "42000", nullable = true) @Nullable
            Integer placesBefore,

            @Schema(description = "ASSIGNED or PENDING_APPROVAL", examples = "ASSIGNED")
            String status) {}

    @Schema(name = "PlanBudget", description = "Money of a block that a unit holds, by a decision")
    record BudgetView(
            @Schema(description = "Code of the block", examples = "DEPARTMENTS")
            String block,

            @Schema(description = "Unit") UnitRef unit,

            @Schema(description = "Đồng by this decision", examples = "134663000000")
            long budgetVnd,

            @Schema(description = "Đồng before; 0 if it is new", examples = "0")
            long budgetBeforeVnd) {}
}
