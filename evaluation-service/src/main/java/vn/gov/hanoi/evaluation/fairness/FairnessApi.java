package vn.gov.hanoi.evaluation.fairness;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.page.Page;

/** Answers about fairness. */
final class FairnessApi {
    private FairnessApi() {}

    @Schema(name = "FairnessReport")
    record FairnessReport(
            @Schema(
                    description =
                            "Reasons to look, by kind and then the least probable first; never a finding about a person",
                    maxItems = 20000)
            List<FairnessFlag> items,

            @Schema(description = "What was looked at, by kind", maxItems = 10)
            List<FairnessCoverage> coverage,

            @Schema(description = "Unit whose agencies, with all below it, were compared with each other")
            UnitReference unit,

            @Schema(description = "First month", maxLength = 7, examples = "2026-01")
            String from,

            @Schema(description = "Last month", maxLength = 7, examples = "2026-06")
            String to,

            @Schema(description = "Smallest groups and greatest probability of a flag")
            FairnessLimits limits,

            @Schema(description = "Day and moment of the answer")
            Page.Time time) {}

    @Schema(name = "FairnessLimits")
    record FairnessLimits(
            @Schema(description = "Fewest peers of a rater") int peers,

            @Schema(description = "Fewest people of a month of an agency, and fewest results of a group")
            int results,

            @Schema(description = "Probability of a flag about a fair group, 0-1, scale 10")
            BigDecimal probability) {}

    @Schema(name = "FairnessCoverage")
    record FairnessCoverage(
            @Schema(description = "What was looked for") FlagKind kind,

            @Schema(description = "Groups large enough: raters, or agencies with a threshold or a cap")
            int tested,

            @Schema(description = "Groups too small to tell anything about; they are not named")
            int suppressed) {}

    @Schema(name = "FairnessFlag")
    record FairnessFlag(
            @Schema(description = "What was found") FlagKind kind,

            @Schema(description = "Agency: the one rated, or that in which the rater decided most")
            UnitReference unit,

            @Schema(
                    description = "Who decided; null if it is about the agency, also where a file told its decisions",
                    nullable = true)
            @Nullable
            OfficerReference rater,

            @Schema(
                    description = "Type of the agencies compared; null if raters are not compared",
                    maxLength = 40,
                    nullable = true)
            @Nullable
            String unitType,

            @Schema(
                    description = "Category of the people rated; null if raters are not compared",
                    maxLength = 40,
                    nullable = true)
            @Nullable
            String category,

            @Schema(description = "Rule set of the threshold or cap; null for raters", maxLength = 40, nullable = true)
            @Nullable
            String ruleSet,

            @Schema(description = "Grade of the threshold or cap; null for raters", maxLength = 1, nullable = true)
            @Nullable
            String grade,

            @Schema(description = "Fewest points of that grade, scale 4; null for raters", nullable = true) @Nullable
            BigDecimal threshold,

            @Schema(description = "Months counted; of a threshold the first and the last", maxItems = 24)
            List<String> months,

            @Schema(description = "Sample size: results of the rater, people near the threshold, or months of the cap")
            int results,

            @Schema(description = "Other raters, or strips beside the threshold, compared with; 0 for a cap")
            int peers,

            @Schema(
                    description =
                            "Mean or change of the mean in points (rounded to one decimal), share just above the threshold (two decimals), or months at the cap; scale 4")
            BigDecimal observed,

            @Schema(description = "The same of the peers, the fair share, or the fewest months; scale 4")
            BigDecimal expected,

            @Schema(description = "Student's t, people just above the threshold, or months at the cap; scale 4")
            BigDecimal statistic,

            @Schema(
                    description =
                            "Probability of such a statistic in a fair group, scale 10, rounded up; null if none is known",
                    nullable = true)
            @Nullable
            BigDecimal probability,

            @Schema(description = "What it says and does not say")
            FairnessText text) {}

    @Schema(name = "FairnessText")
    record FairnessText(
            @Schema(description = "In Vietnamese", maxLength = 1000)
            String vi,

            @Schema(description = "In English", maxLength = 1000)
            String en) {}
}
