package vn.gov.hanoi.training.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.directory.UnitRef;

/** Answers about plans and plan lines. */
final class PlanApi {
    private PlanApi() {}

    @Schema(name = "Plan", description = "The training plan of a year")
    record PlanView(
            UUID id,

            @Schema(description = "Version", examples = "\"1\"")
            String etag,

            @Schema(description = "Year", examples = "2020") int year,
            UnitRef unit,

            @Schema(description = "Blocks in the order of the decision; their lines: plan-lines")
            List<PlanBlockView> blocks,

            PlanTotals totals) {

        /** The same plan with its blocks and their sums. */
        PlanView withBlocks(List<PlanBlockView> found) {
            var sums = found.stream().map(PlanBlockView::totals).reduce(PlanTotals.NONE, PlanTotals::plus);
            return new PlanView(id, etag, year, unit, found, sums);
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

            @Schema(description = "Classes opened", examples = "0")
            int openedClasses,

            @Schema(description = "Places of the opened classes", examples = "0")
            int openedPlaces,

            @Schema(hidden = true) @JsonIgnore int position) {}
}
