package vn.gov.hanoi.training.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan from what was proposed to what was delivered. */
@Schema(name = "PlanComparison", description = "Proposed, assigned, adjusted, opened and delivered, side by side")
record PlanComparison(
        @Schema(description = "The plan") UUID planId,

        @Schema(description = "Plan year", examples = "2020")
        int year,

        @Schema(description = "What the rows are", examples = "BLOCK")
        ComparisonGroup by,

        @Schema(description = "Day that was asked for; null: the newest recorded", nullable = true) @Nullable
        LocalDate asOf,

        @Schema(description = "Moment that was asked for; null: now", nullable = true) @Nullable
        Instant knownAt,

        @Schema(description = "Rows by code, without code last", maxItems = 2000)
        List<Row> rows,

        @Schema(description = "Sums of the rows") Stages totals) {

    @Schema(name = "PlanComparisonRow")
    record Row(
            @Schema(description = "Code of the block, unit, content or source; null if there is none", nullable = true)
            @Nullable
            String code,

            @Schema(description = "Name, or the code again", nullable = true) @Nullable
            String name,

            @Schema(description = "The stages of this row") Stages stages) {}

    @Schema(name = "PlanComparisonStages")
    record Stages(
            @Schema(description = "Asked for in submitted proposals; money is the estimate")
            Measure proposed,

            @Schema(description = "By the assigning decision")
            Measure assigned,

            @Schema(description = "By all decisions until the day")
            Measure adjusted,

            @Schema(description = "Classes opened until the day and not cancelled since; money is what they committed")
            Measure opened,

            @Schema(description = "Those of them that are delivered")
            Measure delivered) {
        static final Stages NONE = new Stages(Measure.NONE, Measure.NONE, Measure.NONE, Measure.NONE, Measure.NONE);

        Stages plus(Stages other) {
            return new Stages(
                    proposed.plus(other.proposed),
                    assigned.plus(other.assigned),
                    adjusted.plus(other.adjusted),
                    opened.plus(other.opened),
                    delivered.plus(other.delivered));
        }

        /** All five, in order. */
        List<Measure> all() {
            return List.of(proposed, assigned, adjusted, opened, delivered);
        }
    }

    @Schema(name = "PlanComparisonMeasure")
    record Measure(
            @Schema(description = "Classes", examples = "1960")
            long classes,

            @Schema(description = "Training places, not persons", examples = "176382")
            long places,

            @Schema(description = "Đồng", examples = "200394000000")
            long amountVnd,

            @Schema(
                    description =
                            "Hours of teaching, scale 2: of the cost sheets of proposals, of the sessions of classes; null if nothing says",
                    examples = "40.00",
                    nullable = true)
            @Nullable
            BigDecimal hours,

            @Schema(
                    description =
                            "Spent for these classes, with or without documents, in đồng; null of what is planned",
                    examples = "38500000",
                    nullable = true)
            @Nullable
            Long spentVnd) {
        static final Measure NONE = new Measure(0, 0, 0, null, null);

        Measure plus(Measure other) {
            return new Measure(
                    Math.addExact(classes, other.classes),
                    Math.addExact(places, other.places),
                    Math.addExact(amountVnd, other.amountVnd),
                    sum(hours, other.hours, BigDecimal::add),
                    sum(spentVnd, other.spentVnd, Math::addExact));
        }

        private static <T> @Nullable T sum(@Nullable T left, @Nullable T right, BinaryOperator<T> plus) {
            if (left == null) {
                return right;
            }
            return right == null ? left : plus.apply(left, right);
        }
    }
}
