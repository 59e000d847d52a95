package vn.gov.hanoi.training.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What delivered classes cost for each learner and hour, by course and form, beside what the norms allow. */
@Schema(
        name = "UnitCosts",
        description = "Cost of delivered classes for each place, learner and hour, against the norms")
record UnitCosts(
        @Schema(description = "The plan") UUID planId,

        @Schema(description = "Plan year", examples = "2020")
        int year,

        @Schema(description = "How quotients are rounded", examples = "HALF_UP_TO_DONG")
        String rounding,

        @Schema(description = "By course and form, unnamed ones last", maxItems = 10000)
        List<Row> rows) {
    static final String ROUNDING = "HALF_UP_TO_DONG";

    private static final int PERCENT_SCALE = 4;

    /** Rounded half up to whole đồng; null where nothing divides. */
    static @Nullable Long each(long vnd, BigDecimal number) {
        return number.signum() == 0
                ? null
                : Long.valueOf(BigDecimal.valueOf(vnd)
                        .divide(number, 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    /** The share of a change in percent, scale 4, half up; null if there was nothing before. */
    static @Nullable BigDecimal percent(long change, long before) {
        return before == 0
                ? null
                : BigDecimal.valueOf(change)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(before), PERCENT_SCALE, RoundingMode.HALF_UP);
    }

    @Schema(name = "UnitCostsRow", description = "Delivered classes of one course and form within your scope")
    record Row(
            @Schema(description = "Course; null of classes that name none", examples = "LDCP", nullable = true)
            @Nullable
            String courseCode,

            @Schema(
                    description = "Form of the plan line; null of lines that name none",
                    examples = "JOB_POSITION",
                    nullable = true)
            @Nullable
            String form,

            @Schema(description = "Classes", examples = "3") long classes,

            @Schema(description = "Training places", examples = "120")
            long places,

            @Schema(description = "Learners with an outcome who were not absent", examples = "112")
            long learners,

            @Schema(description = "Hours of all sessions, scale 2", examples = "120.00")
            BigDecimal hours,

            @Schema(description = "Spent, with or without documents, in đồng", examples = "115000000")
            long spentVnd,

            @Schema(description = "Spent for each place; null without places", nullable = true) @Nullable
            Long perPlaceVnd,

            @Schema(description = "Spent for each learner; null without learners", nullable = true) @Nullable
            Long perLearnerVnd,

            @Schema(description = "Spent for each hour; null without hours", nullable = true) @Nullable
            Long perHourVnd,

            @Schema(description = "Against the norms; null if no class has a cost sheet", nullable = true) @Nullable
            AgainstNorms againstNorms) {
        static Row of(Key key, Sums sums, @Nullable AgainstNorms againstNorms) {
            return new Row(
                    key.courseCode(),
                    key.form(),
                    sums.classes(),
                    sums.places(),
                    sums.learners(),
                    sums.hours(),
                    sums.spentVnd(),
                    each(sums.spentVnd(), BigDecimal.valueOf(sums.places())),
                    each(sums.spentVnd(), BigDecimal.valueOf(sums.learners())),
                    each(sums.spentVnd(), sums.hours()),
                    againstNorms);
        }
    }

    /** What the classes of a row have in common. */
    record Key(@Nullable String courseCode, @Nullable String form) {}

    /** Sums over the classes of a row. */
    record Sums(long classes, long places, long learners, BigDecimal hours, long spentVnd) {}

    @Schema(name = "UnitCostsAgainstNorms", description = "Only of the classes that have a cost sheet")
    record AgainstNorms(
            @Schema(description = "Classes with a cost sheet", examples = "3")
            long classes,

            @Schema(description = "Sum of their cost sheets, in đồng", examples = "120000000")
            long sheetsVnd,

            @Schema(description = "The same without what is above the ceilings, in đồng", examples = "118000000")
            long withinNormsVnd,

            @Schema(description = "Within the norms for each of their places", nullable = true) @Nullable
            Long withinNormsPerPlaceVnd,

            @Schema(description = "Within the norms for each of their sheets' hours", nullable = true) @Nullable
            Long withinNormsPerHourVnd,

            @Schema(description = "Spent for them, in đồng", examples = "115000000")
            long spentVnd,

            @Schema(description = "Spent less what is within the norms, in đồng", examples = "-3000000")
            long differenceVnd,

            @Schema(
                    description = "The same in percent of what is within the norms, scale 4; null if that is zero",
                    examples = "-2.5424",
                    nullable = true)
            @Nullable
            BigDecimal differencePercent) {
        static AgainstNorms of(long classes, long sheetsVnd, long withinNormsVnd, Sums sums) {
            long difference = Math.subtractExact(sums.spentVnd(), withinNormsVnd);
            return new AgainstNorms(
                    classes,
                    sheetsVnd,
                    withinNormsVnd,
                    each(withinNormsVnd, BigDecimal.valueOf(sums.places())),
                    each(withinNormsVnd, sums.hours()),
                    sums.spentVnd(),
                    difference,
                    percent(difference, withinNormsVnd));
        }
    }
}
