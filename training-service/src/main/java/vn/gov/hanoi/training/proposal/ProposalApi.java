package vn.gov.hanoi.training.proposal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.Warned;
import vn.gov.hanoi.training.LineState;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.norm.CostSheet;
import vn.gov.hanoi.training.norm.CostSheetRequest;

/** Requests and answers about proposals. */
final class ProposalApi {
    private ProposalApi() {}

    @Schema(name = "PlanProposalRequest", description = "What a unit proposes for the plan of a year; a draft")
    record ProposalRequest(
            @Schema(description = "Plan year", examples = "2027") @NotNull @Min(2000) @Max(2100)
            Integer year,

            @Schema(description = "Unit that proposes, in your scope and in force") @NotNull
            UUID unitId,

            @Schema(description = "Lines in their order") @NotNull @Size(max = 1000)
            List<@NotNull @Valid ProposalLineRequest> lines) {}

    @Schema(name = "PlanProposalPatch", description = "Replaces the lines of a draft")
    record ProposalPatch(
            @Schema(description = "All lines in their order") @NotNull @Size(max = 1000)
            List<@NotNull @Valid ProposalLineRequest> lines) {}

    @Schema(name = "PlanProposalLineRequest")
    record ProposalLineRequest(
            @Schema(description = "What it is", examples = "Bồi dưỡng kỹ năng số", maxLength = 500)
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String name,

            @Schema(description = "Who would pay") @NotNull FundingSource fundingSource,

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
                    examples = "SCIENCE_DIGITAL",
                    maxLength = 40,
                    nullable = true)
            @Size(max = 40)
            @Nullable
            String content,

            @Schema(description = "Classes that go on", examples = "4") @NotNull @PositiveOrZero
            Integer classes,

            @Schema(description = "Training places that go on", examples = "160") @NotNull @PositiveOrZero
            Integer places,

            @Schema(
                    description = "Estimate in đồng; the City's proposal needs it",
                    examples = "154000000",
                    nullable = true)
            @PositiveOrZero
            @Max(9007199254740991L)
            @Nullable
            Long estimateVnd,

            @Schema(description = "Cost sheet; its sum is the estimate", nullable = true) @Valid @Nullable
            CostSheetRequest costSheet,

            @Schema(description = "Open needs that it would meet, of officers of the unit or below", nullable = true)
            @Size(max = 1000)
            @Nullable
            List<@NotNull UUID> needIds,

            @Schema(description = "Lines of units below that go into this one", nullable = true)
            @Size(max = 1000)
            @Nullable
            List<@NotNull UUID> sources) {
        List<UUID> needList() {
            return Objects.requireNonNullElse(needIds, List.of());
        }

        List<UUID> sourceList() {
            return Objects.requireNonNullElse(sources, List.of());
        }
    }

    @Schema(name = "ReturnPlanProposalRequest")
    record ReturnRequest(
            @Schema(description = "What must be changed; no personal data", maxLength = 1000)
            @NotBlank
            @Size(max = 1000)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String reason) {}

    @Schema(name = "PlanProposalFigures", description = "Sums over lines")
    record Figures(
            @Schema(description = "Classes", examples = "6") long classes,

            @Schema(description = "Training places", examples = "240")
            long places,

            @Schema(description = "Estimates in đồng, as far as there are any", examples = "154000000")
            long estimateVnd) {}

    @Schema(name = "PlanProposalEstimate", description = "Estimate by funding source")
    record Estimate(
            @Schema(description = "CITY_BUDGET or DISTRICT_BUDGETS", examples = "CITY_BUDGET")
            String fundingSource,

            @Schema(description = "Đồng", examples = "154000000")
            long estimateVnd) {}

    @Schema(name = "PlanProposalSource", description = "A line of a unit below or above")
    record Linked(
            @Schema(description = "Id of the line") UUID lineId,

            @Schema(description = "Its proposal") UUID proposalId,

            @Schema(description = "Unit of the proposal") UnitRef unit,
            @Schema(description = "What it is") String name,
            @Schema(description = "Classes", examples = "2") int classes,

            @Schema(description = "Training places", examples = "80")
            int places) {}

    @Schema(name = "PlanProposalLine")
    record LineView(
            @Schema(description = "Id of the line") UUID id,
            @Schema(description = "What it is") String name,

            @Schema(description = "CITY_BUDGET or DISTRICT_BUDGETS", examples = "CITY_BUDGET")
            String fundingSource,

            @Schema(description = "Code of training-types", nullable = true) @Nullable
            String trainingType,

            @Schema(description = "Code of training-forms", nullable = true) @Nullable
            String form,

            @Schema(description = "Code of training-contents", nullable = true) @Nullable
            String content,

            @Schema(description = "Classes that go on", examples = "4")
            int classes,

            @Schema(description = "Training places that go on", examples = "160")
            int places,

            @Schema(description = "Estimate in đồng", examples = "154000000", nullable = true) @Nullable
            Long estimateVnd,

            @Schema(description = "Cost sheet that the estimate comes from", nullable = true) @Nullable
            CostSheet costSheet,

            @Schema(description = "How many needs it would meet", examples = "38")
            long needs,

            @Schema(description = "Where the line stands; derived", examples = "CONSOLIDATED")
            LineState state,

            @Schema(description = "What units below asked for in it; zeros if it has no sources")
            Figures asked,

            @Schema(description = "Lines of units below that went into it", maxItems = 1000)
            List<Linked> sources,

            @Schema(description = "Line of a unit above that it went into; null if none", nullable = true) @Nullable
            Linked consolidatedInto,

            @Schema(
                    description = "Line of the plan that a decision made of it or of what it went into",
                    nullable = true)
            @Nullable
            UUID planLineId) {}

    @Schema(name = "PlanProposal", description = "What a unit proposes for the plan of a year")
    record ProposalView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Plan year", examples = "2027")
            int year,

            @Schema(description = "Unit that proposes") UnitRef unit,

            @Schema(description = "DRAFT, SUBMITTED, RETURNED or WITHDRAWN")
            ProposalState state,

            @Schema(description = "Last day of its step; null if not submitted or no rule", nullable = true) @Nullable
            LocalDate dueOn,

            @Schema(description = "Whether it was submitted after the last day")
            boolean late,

            @Schema(description = "When it was submitted, UTC", nullable = true) @Nullable
            Instant submittedAt,

            @Schema(description = "Why it was returned", nullable = true) @Nullable
            String returnReason,

            @Schema(description = "Sums of the lines") Figures totals,

            @Schema(description = "Estimates by funding source", maxItems = 2)
            List<Estimate> estimates,

            @Schema(description = "Lines; absent in lists", maxItems = 1000)
            List<LineView> lines,

            @JsonIgnore @Schema(hidden = true) long version)
            implements Warned {

        /** Codes of what is above the norms. */
        @Override
        public List<String> warningCodes() {
            return lines.stream()
                    .map(LineView::costSheet)
                    .filter(Objects::nonNull)
                    .flatMap(sheet -> sheet.findings().stream())
                    .map(CostSheet.Finding::code)
                    .distinct()
                    .toList();
        }

        @Schema(description = "Version", examples = "\"1\"")
        public String getEtag() {
            return Etags.of(version);
        }

        ProposalView withLines(List<LineView> found) {
            return new ProposalView(
                    id, year, unit, state, dueOn, late, submittedAt, returnReason, totals, estimates, found, version);
        }
    }
}
