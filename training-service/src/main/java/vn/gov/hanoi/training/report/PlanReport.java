package vn.gov.hanoi.training.report;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.training.directory.UnitRef;

/** Plan against actual of one plan. */
@Schema(name = "PlanVersusActual", description = "What was assigned, what is opened, what money is left")
record PlanReport(
        UUID planId,

        @Schema(description = "Plan year", examples = "2020")
        int year,

        UnitRef unit,

        @Schema(description = "Blocks in the order of the decision")
        List<Block> blocks,

        Figures totals,
        Page.Time time) {

    static PlanReport of(Heading plan, List<Block> blocks, Page.Time time) {
        var totals = blocks.stream().map(Block::figures).reduce(Figures.NONE, Figures::plus);
        return new PlanReport(plan.id(), plan.year(), plan.unit(), List.copyOf(blocks), totals, time);
    }

    /** Which plan it is. */
    record Heading(UUID id, int year, UnitRef unit) {}

    @Schema(name = "PlanVersusActualBlock")
    record Block(
            @Schema(description = "Code", examples = "DEPARTMENTS")
            String code,

            @Schema(description = "Name") String name,

            @Schema(description = "CITY_BUDGET or DISTRICT_BUDGETS", examples = "CITY_BUDGET")
            String fundingSource,

            @Schema(description = "ASSIGNED or PENDING_APPROVAL", examples = "ASSIGNED")
            String status,

            Assigned assigned,
            Opened opened,

            @Schema(description = "Given to the account, in đồng", examples = "134663000000")
            long allocatedVnd,

            @Schema(description = "Promised, in đồng", examples = "0")
            long committedVnd,

            @Schema(description = "Free, in đồng; of a pending block it cannot be used", examples = "134663000000")
            long availableVnd,

            @Schema(description = "Lines, in the order of the decision")
            List<Line> lines) {
        private Figures figures() {
            return new Figures(assigned, opened, allocatedVnd, committedVnd, availableVnd);
        }
    }

    @Schema(name = "PlanVersusActualLine")
    record Line(
            UUID id,

            @Schema(description = "Code", examples = "DEPARTMENTS-1")
            String code,

            @Schema(description = "Name") String name,

            @Schema(description = "ASSIGNED or PENDING_APPROVAL", examples = "ASSIGNED")
            String status,

            @Schema(description = "Assigned classes; null while pending", examples = "1040", nullable = true) @Nullable
            Integer classes,

            @Schema(description = "Assigned training places; null while pending", examples = "43238", nullable = true)
            @Nullable
            Integer places,

            Opened opened) {}

    /** Assigned by decisions. */
    @Schema(name = "AssignedFigures")
    record Assigned(
            @Schema(description = "Classes; null while pending", examples = "1960", nullable = true) @Nullable
            Long classes,

            @Schema(
                    description = "Training places, not persons; null while pending",
                    examples = "176382",
                    nullable = true)
            @Nullable
            Long places,

            @Schema(description = "Budget in đồng", examples = "200394000000")
            long budgetVnd) {
        private Assigned plus(Assigned other) {
            return new Assigned(
                    sum(classes, other.classes), sum(places, other.places), Math.addExact(budgetVnd, other.budgetVnd));
        }

        private static @Nullable Long sum(@Nullable Long left, @Nullable Long right) {
            if (left == null) {
                return right;
            }
            return right == null ? left : Long.valueOf(Math.addExact(left, right));
        }
    }

    /** Taken by classes. */
    @Schema(name = "OpenedFigures")
    record Opened(
            @Schema(description = "Classes opened", examples = "0")
            long classes,

            @Schema(description = "Places of opened classes", examples = "0")
            long places) {
        private Opened plus(Opened other) {
            return new Opened(Math.addExact(classes, other.classes), Math.addExact(places, other.places));
        }
    }

    /** Sums over all blocks. Pending blocks count with their money and no quota. */
    @Schema(name = "PlanVersusActualTotals")
    record Figures(
            Assigned assigned,
            Opened opened,

            @Schema(description = "In đồng", examples = "200394000000")
            long allocatedVnd,

            @Schema(description = "In đồng", examples = "0") long committedVnd,

            @Schema(description = "In đồng", examples = "200394000000")
            long availableVnd) {
        private static final Figures NONE = new Figures(new Assigned(0L, 0L, 0), new Opened(0, 0), 0, 0, 0);

        private Figures plus(Figures other) {
            return new Figures(
                    assigned.plus(other.assigned),
                    opened.plus(other.opened),
                    Math.addExact(allocatedVnd, other.allocatedVnd),
                    Math.addExact(committedVnd, other.committedVnd),
                    Math.addExact(availableVnd, other.availableVnd));
        }
    }
}
