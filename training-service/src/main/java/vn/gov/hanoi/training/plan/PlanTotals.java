package vn.gov.hanoi.training.plan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Sums over blocks.
 *
 * @param classes assigned classes
 * @param places assigned training places (lượt), not persons
 * @param budgetVnd money in đồng, pending blocks included
 */
@Schema(name = "PlanTotals", description = "Sums over all blocks; pending blocks count with their money and no quota")
public record PlanTotals(
        @Schema(description = "Assigned classes", examples = "1960")
        long classes,

        @Schema(description = "Assigned training places, not persons", examples = "176382")
        long places,

        @Schema(description = "Money in đồng", examples = "200394000000")
        long budgetVnd) {
    static final PlanTotals NONE = new PlanTotals(0, 0, 0);

    /** Exact; beyond the range of a long it fails instead of wrapping. */
    PlanTotals plus(PlanTotals other) {
        return new PlanTotals(
                Math.addExact(classes, other.classes),
                Math.addExact(places, other.places),
                Math.addExact(budgetVnd, other.budgetVnd));
    }
}
