package vn.gov.hanoi.evaluation.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Answers about standings. Points are for who has a part in the last told month and for who keeps its unit. */
final class StandingApi {
    private StandingApi() {}

    @Schema(name = "AnnualStanding", description = "What the told months of a year come to so far; no rating decision")
    record StandingView(
            @Schema(description = "Year", examples = "2026") int year,

            @Schema(description = "Who stands there") OfficerReference officer,

            @Schema(description = "Unit of the last told month, named as on its last day")
            UnitReference unit,

            @Schema(description = "Told months of each grade")
            StandingCounts months,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Points of the months with a grade; absent if hidden or if there is none")
            @Nullable
            StandingPoints points,

            @Schema(description = "What is hidden from the viewer", maxItems = 10)
            List<StandingHiddenField> hiddenFields) {}

    @Schema(name = "AnnualStandingCounts", description = "Numbers of told months, 0 to 12 together")
    record StandingCounts(
            @Schema(description = "Excellent (hoàn thành xuất sắc nhiệm vụ)")
            int a,

            @Schema(description = "Good (hoàn thành tốt nhiệm vụ)")
            int b,

            @Schema(description = "Completed (hoàn thành nhiệm vụ)")
            int c,

            @Schema(description = "Not completed (không hoàn thành nhiệm vụ)")
            int d,

            @Schema(description = "Told without a grade, such as maternity leave")
            int leftOut) {}

    @Schema(name = "AnnualStandingPoints", description = "Points on the scale of 100")
    record StandingPoints(
            @Schema(description = "Sum over the months with a grade, four decimals", examples = "1020.5")
            BigDecimal sum,

            @Schema(
                    description = "Mean over the months with a grade, eight decimals, half up",
                    examples = "85.04166667")
            BigDecimal mean) {}

    @Schema(name = "AnnualStandingHiddenField", description = "A field that the viewer does not see")
    record StandingHiddenField(
            @Schema(description = "JSON pointer", maxLength = 100, examples = "/points")
            String pointer,

            @Schema(description = "Why", maxLength = 60, examples = "policy.no-part-in-it")
            String reason) {}

    @Schema(name = "RecomputeStandingsRequest", additionalProperties = Schema.False.class)
    record RecomputeRequest(
            @Schema(
                    description = "Year whose standings are counted again from the months, 1900 to 2199",
                    examples = "2026")
            @Min(1900)
            @Max(2199)
            int year) {}

    @Schema(name = "RecomputedStandings", description = "What counting again found")
    record RecomputedView(
            @Schema(description = "Year") int year,

            @Schema(description = "People with told months") long people,

            @Schema(
                    description =
                            "Standings that were not what the months add up to, and now are; 0 unless data were changed past the service")
            long corrected) {}
}
