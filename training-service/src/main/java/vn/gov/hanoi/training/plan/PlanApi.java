package vn.gov.hanoi.training.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.LineState;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.action.ActionView;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.plan.PlanDecisionApi.SignedDecisionRequest;

/** Answers about plans and plan lines. */
final class PlanApi {
    private PlanApi() {}

    @Schema(name = "Plan", description = "The training plan of a year")
    record PlanView(
            UUID id,

            @Schema(description = "Version", examples = "\"1\"")
            String etag,

            @Schema(description = "Year", examples = "2020") int year,

            @Schema(description = "OPEN or CLOSED", examples = "OPEN")
            String state,

            UnitRef unit,

            @Schema(description = "Blocks in the order of the decision; their lines: plan-lines")
            List<PlanBlockView> blocks,

            PlanTotals totals,

            @JsonProperty("_actions")
            @Schema(
                    description = "What can be done with it; not in lists, nor of a time that is asked for",
                    maxItems = 1)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<ActionView> actions) {

        /** The same plan with what lists leave out. */
        PlanView with(List<ActionView> offered) {
            return new PlanView(id, etag, year, state, unit, blocks, totals, offered);
        }

        /** The same plan with its blocks and their sums. */
        PlanView withBlocks(List<PlanBlockView> found) {
            var sums = found.stream().map(PlanBlockView::totals).reduce(PlanTotals.NONE, PlanTotals::plus);
            return new PlanView(id, etag, year, state, unit, found, sums, actions);
        }
    }

    @Schema(name = "PlanBlockSummary")
    record PlanBlockView(
            UUID id,

            @Schema(description = "Code", examples = "DISTRICTS")
            String code,

            @Schema(description = "Name") String name,

            @Schema(description = "CITY_BUDGET or DISTRICT_BUDGETS", examples = "DISTRICT_BUDGETS")
            String fundingSource,

            @Schema(description = "ASSIGNED or PENDING_APPROVAL", examples = "ASSIGNED")
            String status,

            @Schema(description = "Assigned classes; null while pending", examples = "920", nullable = true) @Nullable
            Long classes,

            @Schema(description = "Assigned training places; null while pending", examples = "133144", nullable = true)
            @Nullable
            Long places,

            @Schema(description = "Budget in đồng", examples = "33107000000")
            long budgetVnd) {

        private PlanTotals totals() {
            return new PlanTotals(
                    Objects.requireNonNullElse(classes, 0L), Objects.requireNonNullElse(places, 0L), budgetVnd);
        }
    }

    @Schema(name = "PlanLine", description = "Quota of classes and training places, and what is taken of it")
    record PlanLineView(
            UUID id,

            @Schema(description = "Changes with every opened class", examples = "\"1\"")
            String etag,

            UUID planId,

            @Schema(description = "Plan year", examples = "2020")
            int year,

            @Schema(description = "Code of the block", examples = "DISTRICTS")
            String block,

            @Schema(description = "CITY_BUDGET or DISTRICT_BUDGETS", examples = "DISTRICT_BUDGETS")
            String fundingSource,

            @Schema(description = "Code", examples = "DISTRICTS-1")
            String code,

            @Schema(description = "Name") String name,

            @Schema(description = "Unit that it is assigned to; null: the block as a whole", nullable = true) @Nullable
            UnitRef unit,

            @Schema(description = "Code of training-types", examples = "REFRESHER", nullable = true) @Nullable
            String trainingType,

            @Schema(description = "Code of training-forms", examples = "JOB_POSITION", nullable = true) @Nullable
            String form,

            @Schema(description = "Code of training-contents", examples = "STATE_MANAGEMENT", nullable = true) @Nullable
            String content,

            @Schema(description = "Number of the version that is shown, from 1", examples = "1")
            int number,

            @Schema(description = "Decision that made this version")
            UUID decisionId,

            @Schema(description = "Where it stands now; derived, from the newest version", examples = "ASSIGNED")
            LineState state,

            @Schema(description = "ASSIGNED or PENDING_APPROVAL", examples = "ASSIGNED")
            String status,

            @Schema(description = "Assigned classes; null while pending", examples = "920", nullable = true) @Nullable
            Integer classes,

            @Schema(
                    description = "Assigned training places, not persons; null while pending",
                    examples = "133144",
                    nullable = true)
            @Nullable
            Integer places,

            @Schema(
                    description =
                            "Line of a unit that ended, from which a reorganisation brought the quota; null: none",
                    nullable = true)
            @Nullable
            UUID movedFromId,

            @Schema(description = "Classes opened", examples = "0")
            int openedClasses,

            @Schema(description = "Places of the opened classes", examples = "0")
            int openedPlaces,

            @Schema(hidden = true) @JsonIgnore int position) {}

    @Schema(name = "PlanLineVersion", description = "Quota of a line by one decision; never altered")
    record LineVersionView(
            @Schema(description = "From 1, contiguous", examples = "2")
            int number,

            @Schema(description = "Decision that made it") UUID decisionId,

            @Schema(description = "Number of the decision", examples = "77/QĐ-MẪU")
            String decisionNumber,

            @Schema(description = "ASSIGN, ADJUST, TRANSFER or RELEASE", examples = "ADJUST")
            String kind,

            @Schema(description = "ASSIGNED or PENDING_APPROVAL", examples = "ASSIGNED")
            String status,

            @Schema(description = "Classes; null while pending", examples = "930", nullable = true) @Nullable
            Integer classes,

            @Schema(description = "Training places; null while pending", examples = "133500", nullable = true) @Nullable
            Integer places,

            @Schema(description = "First day: the day of signing", examples = "2020-06-15")
            LocalDate validFrom,

            @Schema(description = "When it was recorded, UTC")
            Instant recordedAt) {}

    @Schema(name = "PlanLineVersions", description = "All versions of a line, the first one first")
    record LineVersionsView(
            @Schema(description = "Versions", maxItems = 1000)
            List<LineVersionView> items) {}

    @Schema(name = "ClosePlanRequest", description = "The decision that closes a plan")
    record ClosePlanRequest(
            @Schema(description = "The decision") @NotNull @Valid
            SignedDecisionRequest decision,

            @Schema(description = "Law the decision rests on", maxLength = 1000)
            @NotBlank
            @Size(max = 1000)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String legalBasis) {}
}
