package vn.gov.hanoi.evaluation.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.report.HeadcountApi.Mapping;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.kernel.page.Page;

/** Answers about results of units. */
final class ResultApi {
    private ResultApi() {}

    @Schema(name = "ResultSummary")
    record ResultSummary(
            @Schema(description = "Month or year", maxLength = 7, examples = "2026-07")
            String period,

            @Schema(description = "Unit that was asked for") UnitReference unit,

            @Schema(description = "One line a unit at and below it, in the order of codes", maxItems = 20000)
            List<ResultLine> items,

            @Schema(description = "Sum of the lines' own figures")
            ResultFigures total,

            @Schema(description = "In which units it is shown")
            Mapping mapping,

            @Schema(description = "Day of those units") LocalDate mappedTo,

            @Schema(description = "Fewest rated people of whom a mean is told", minimum = "1")
            int smallestGroup,

            @Schema(
                    description = "What is not for the caller; meanPoints of the total stands for all lines",
                    maxItems = 1)
            List<HiddenField> hiddenFields,

            @Schema(description = "Last day of the period, and moment of the records counted")
            Page.Time time) {}

    @Schema(name = "ResultLine")
    record ResultLine(
            @Schema(description = "Unit by its code and name of mappedTo, or its last ones")
            UnitReference unit,

            @Schema(description = "Kind of unit") UnitType type,

            @Schema(
                    description = "Unit above; null for the City and for a unit that ended without successor",
                    nullable = true)
            @Nullable
            UUID parentId,

            @Schema(description = "Whether it is in force on the day of mappedTo")
            boolean inForce,

            @Schema(description = "People whose rated post is in the unit itself")
            ResultFigures own,

            @Schema(description = "People in the unit and everything below it")
            ResultFigures total) {}

    @Schema(
            name = "ResultFigures",
            description =
                    "Persons, scale 4: a share of a unit need not be a whole number. People are the sum of a to d, notRated, "
                            + "insufficientData and open")
    record ResultFigures(
            @Schema(description = "All with a sheet or classification, scale 4")
            BigDecimal people,

            @Schema(description = "Hoàn thành xuất sắc nhiệm vụ, published, scale 4")
            BigDecimal a,

            @Schema(description = "Hoàn thành tốt nhiệm vụ, published, scale 4")
            BigDecimal b,

            @Schema(description = "Hoàn thành nhiệm vụ, published, scale 4")
            BigDecimal c,

            @Schema(description = "Không hoàn thành nhiệm vụ, published, scale 4")
            BigDecimal d,

            @Schema(description = "Published without a rating, by reason; every reason is there", maxItems = 10)
            List<NotRatedCount> notRated,

            @Schema(description = "Published with too little data for a rating, scale 4; 0 of years")
            BigDecimal insufficientData,

            @Schema(description = "Not yet published, whatever was decided, scale 4")
            BigDecimal open,

            @Schema(
                    description =
                            "A of those rated (a to d) in percent, 0-100, two decimals, HALF_UP; null if nobody is",
                    nullable = true)
            @Nullable
            BigDecimal percentA,

            @Schema(description = "Heads of units among these people")
            HeadFigures heads,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    description =
                            "Mean of the points of those rated, 0-100, told to a tenth, scale 4; for keepers, and absent if fewer than "
                                    + "smallestGroup are rated")
            @Nullable
            BigDecimal meanPoints) {}

    @Schema(name = "ResultNotRated")
    record NotRatedCount(
            @Schema(description = "Code of the reason", maxLength = 40)
            String reason,

            @Schema(description = "Persons, scale 4") BigDecimal people) {}

    @Schema(name = "ResultHeads", description = "Persons, scale 4")
    record HeadFigures(
            @Schema(description = "All, scale 4") BigDecimal people,

            @Schema(description = "Grade A, scale 4") BigDecimal a,

            @Schema(description = "Grade B, scale 4") BigDecimal b,

            @Schema(description = "Grade C, scale 4") BigDecimal c,

            @Schema(description = "Grade D, scale 4") BigDecimal d) {}

    @Schema(name = "HiddenField")
    record HiddenField(
            @Schema(description = "Pointer to the property", maxLength = 100)
            String pointer,

            @Schema(description = "Policy that hides it", maxLength = 60)
            String code) {}
}
