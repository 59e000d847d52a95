package vn.gov.hanoi.evaluation.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.kernel.page.Page;

/** Answers about headcounts. */
final class HeadcountApi {
    private HeadcountApi() {}

    /** In which units a report is shown. */
    enum Mapping {
        /** The units of its day. */
        AS_WAS,
        /** The units of today, along the lineage. */
        TODAY
    }

    @Schema(name = "HeadcountReport")
    record HeadcountReport(
            @Schema(description = "One line a unit, in the order of codes", maxItems = 20000)
            List<HeadcountLine> items,

            @Schema(description = "In which units it is shown")
            Mapping mapping,

            @Schema(description = "Day of those units") LocalDate mappedTo,

            @Schema(description = "Day and moment of the people counted")
            Page.Time time) {}

    @Schema(name = "HeadcountLine")
    record HeadcountLine(
            @Schema(description = "Unit") UnitReference unit,

            @Schema(description = "Kind of unit") UnitType type,

            @Schema(
                    description = "Unit above; null for the City and for a unit that ended without successor",
                    nullable = true)
            @Nullable
            UUID parentId,

            @Schema(description = "Whether it is in force on the day of mappedTo")
            boolean inForce,

            @Schema(description = "People with their main post in the unit itself")
            Figures own,

            @Schema(description = "People in the unit and everything below it")
            Figures total) {}

    @Schema(name = "HeadcountFigures", description = "Persons, scale 4: a share of a unit need not be a whole number")
    record Figures(
            @Schema(description = "All, scale 4") BigDecimal people,

            @Schema(description = "With a leading post, scale 4")
            BigDecimal leaders,

            @Schema(description = "Cán bộ, scale 4") BigDecimal cadres,

            @Schema(description = "Công chức, scale 4") BigDecimal civilServants,

            @Schema(description = "Viên chức, scale 4") BigDecimal publicEmployees,

            @Schema(description = "Lao động hợp đồng, scale 4")
            BigDecimal contractWorkers,

            @Schema(description = "Người hoạt động không chuyên trách, scale 4")
            BigDecimal communePartTime) {}
}
