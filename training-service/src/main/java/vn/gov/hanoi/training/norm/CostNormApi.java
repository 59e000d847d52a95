package vn.gov.hanoi.training.norm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answers about norms. */
final class CostNormApi {
    private CostNormApi() {}

    @Schema(name = "CostNormNames", description = "The name in both languages")
    record Names(
            @Schema(description = "In Vietnamese", maxLength = 200)
            String vi,

            @Schema(description = "In English", maxLength = 200)
            String en) {}

    @Schema(name = "CostNorm", description = "What one item may cost while it is valid")
    record CostNormView(
            @Schema(description = "Norms of one circular", examples = "TT36-2018", maxLength = 40)
            String ruleSet,

            @Schema(description = "Code of the item", examples = "LECTURER", maxLength = 40)
            String item,

            @Schema(description = "Names") Names names,

            @Schema(
                    description = "PERSON_SESSION, PERSON, PERSON_DAY, DAY, PIECE, CLASS or SHARE",
                    examples = "PERSON_SESSION")
            String unit,

            @Schema(
                    description = "Highest price of one unit in đồng; null: by invoice or contract",
                    examples = "2000000",
                    nullable = true)
            @Nullable
            Long ceilingVnd,

            @Schema(
                    description = "Highest share of the sum of the other items in percent",
                    examples = "10.0000",
                    nullable = true)
            @Nullable
            BigDecimal ceilingPercent,

            @Schema(description = "true: above the ceiling is refused; false: a warning")
            boolean blocks,

            @Schema(description = "First day", examples = "2018-05-15")
            LocalDate validFrom,

            @Schema(description = "First day without it; null while it goes on", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "Where it comes from", maxLength = 500)
            String legalBasis,

            @Schema(description = "LAW, SECONDARY or ASSUMED", examples = "ASSUMED")
            String mark,

            @Schema(description = "true: a lawyer has not yet confirmed it")
            boolean legalCheck) {}

    @Schema(name = "CostNorms", description = "The norms of a day")
    record CostNormsView(
            @Schema(description = "The day", examples = "2026-05-11")
            LocalDate asOf,

            @Schema(description = "Norms", maxItems = 200) List<CostNormView> items) {}
}
