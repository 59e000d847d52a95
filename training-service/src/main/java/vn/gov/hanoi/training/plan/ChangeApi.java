package vn.gov.hanoi.training.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.plan.PlanDecisionApi.LineRequest;

/** What a later decision changes. Lines and blocks are named by their codes, figures are differences. */
final class ChangeApi {
    private static final long LARGEST = 9007199254740991L;
    private static final int MOST = 1000;

    private ChangeApi() {}

    @Schema(
            name = "PlanChangesRequest",
            description =
                    "ADJUST: lines, newLines, budgets. TRANSFER: quotaTransfers, moneyTransfers. RELEASE: releases, budgets")
    record ChangesRequest(
            @Schema(description = "Quota raised and lowered") @Size(max = MOST)
            List<@NotNull @Valid LineChange> lines,

            @Schema(description = "Lines added to blocks that are assigned") @Size(max = MOST)
            List<@NotNull @Valid NewLine> newLines,

            @Schema(description = "Money raised and lowered, by block and unit") @Size(max = MOST)
            List<@NotNull @Valid BudgetChange> budgets,

            @Schema(description = "Quota moved from line to line of one funding source") @Size(max = MOST)
            List<@NotNull @Valid QuotaTransfer> quotaTransfers,

            @Schema(description = "Money moved between units and blocks of one funding source") @Size(max = MOST)
            List<@NotNull @Valid MoneyTransfer> moneyTransfers,

            @Schema(description = "Pending lines that get quota") @Size(max = MOST)
            List<@NotNull @Valid Release> releases) {
        static final ChangesRequest NONE = new ChangesRequest(null, null, null, null, null, null);

        ChangesRequest(
                @Nullable List<LineChange> lines,
                @Nullable List<NewLine> newLines,
                @Nullable List<BudgetChange> budgets,
                @Nullable List<QuotaTransfer> quotaTransfers,
                @Nullable List<MoneyTransfer> moneyTransfers,
                @Nullable List<Release> releases) {
            this.lines = Objects.requireNonNullElse(lines, List.of());
            this.newLines = Objects.requireNonNullElse(newLines, List.of());
            this.budgets = Objects.requireNonNullElse(budgets, List.of());
            this.quotaTransfers = Objects.requireNonNullElse(quotaTransfers, List.of());
            this.moneyTransfers = Objects.requireNonNullElse(moneyTransfers, List.of());
            this.releases = Objects.requireNonNullElse(releases, List.of());
        }

        boolean hasNothing() {
            return equals(NONE);
        }
    }

    @Schema(name = "PlanLineChange")
    record LineChange(
            @Schema(description = "Code of the line", maxLength = PlainText.CODE_LENGTH, examples = "DISTRICTS-1")
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String line,

            @Schema(description = "Classes more, or fewer if below zero", examples = "10") @NotNull
            Integer classesBy,

            @Schema(description = "Training places more, or fewer if below zero", examples = "-400") @NotNull
            Integer placesBy) {}

    @Schema(name = "NewPlanLine")
    record NewLine(
            @Schema(
                    description = "Code of the block that pays",
                    maxLength = PlainText.CODE_LENGTH,
                    examples = "DEPARTMENTS")
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String block,

            @Schema(description = "The line") @NotNull @Valid
            LineRequest line) {}

    @Schema(name = "PlanBudgetChange")
    record BudgetChange(
            @Schema(description = "Code of the block", maxLength = PlainText.CODE_LENGTH, examples = "DEPARTMENTS")
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String block,

            @Schema(description = "Unit whose money it is; null: the unit that decides the plan", nullable = true)
            @Nullable
            UUID unitId,

            @Schema(description = "Đồng more, or fewer if below zero", examples = "2000000000")
            @NotNull
            @Min(-LARGEST)
            @Max(LARGEST)
            Long amountByVnd) {}

    @Schema(name = "PlanQuotaTransfer")
    record QuotaTransfer(
            @Schema(
                    description = "Code of the line that gives",
                    maxLength = PlainText.CODE_LENGTH,
                    examples = "DEPARTMENTS-1")
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String fromLine,

            @Schema(
                    description = "Code of the line that gets",
                    maxLength = PlainText.CODE_LENGTH,
                    examples = "DEPARTMENTS-2")
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String toLine,

            @Schema(description = "Classes", examples = "3") @NotNull @PositiveOrZero
            Integer classes,

            @Schema(description = "Training places", examples = "120") @NotNull @PositiveOrZero
            Integer places) {}

    @Schema(name = "PlanMoneyTransfer")
    record MoneyTransfer(
            @Schema(description = "Block and unit that give") @NotNull @Valid
            BudgetPlace from,

            @Schema(description = "Block and unit that get") @NotNull @Valid
            BudgetPlace to,

            @Schema(description = "Đồng, above zero", examples = "500000000") @NotNull @Positive @Max(LARGEST)
            Long amountVnd) {}

    @Schema(name = "PlanBudgetPlace")
    record BudgetPlace(
            @Schema(description = "Code of the block", maxLength = PlainText.CODE_LENGTH, examples = "DEPARTMENTS")
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String block,

            @Schema(description = "Unit; null: the unit that decides the plan", nullable = true) @Nullable
            UUID unitId) {}

    @Schema(name = "PlanLineRelease")
    record Release(
            @Schema(
                    description = "Code of the pending line",
                    maxLength = PlainText.CODE_LENGTH,
                    examples = "PROGRAMMES-2")
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String line,

            @Schema(description = "Classes that it gets", examples = "12") @NotNull @PositiveOrZero
            Integer classes,

            @Schema(description = "Training places that it gets", examples = "480") @NotNull @PositiveOrZero
            Integer places) {}
}
