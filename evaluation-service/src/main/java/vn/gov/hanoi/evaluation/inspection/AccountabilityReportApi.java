package vn.gov.hanoi.evaluation.inspection;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Answers about how units and heads answer for findings. */
final class AccountabilityReportApi {
    private AccountabilityReportApi() {}

    @Schema(name = "AccountabilityReport")
    record AccountabilityReport(
            @Schema(description = "Unit that is looked at, with all below it")
            UnitReference unit,

            @Schema(description = "First month of events", maxLength = 7, examples = "2026-01")
            String from,

            @Schema(description = "Last month of events", maxLength = 7, examples = "2026-12")
            String to,

            @Schema(
                    description = "One line for a unit and who was head on the day, in the order of unit codes",
                    maxItems = 20000)
            List<AccountabilityLine> items,

            @Schema(description = "All lines together") AccountabilityFigures total,

            @Schema(description = "Quarter by quarter of the events", maxItems = 200)
            List<QuarterFigures> trend,

            @Schema(description = "One-stop desks that were looked at")
            OneStopCoverage oneStop) {}

    @Schema(name = "AccountabilityLine")
    record AccountabilityLine(
            @Schema(description = "Where it happened") UnitReference unit,

            @Schema(description = "Who was head on the day; null if the post was vacant", nullable = true) @Nullable
            OfficerReference head,

            @Schema(description = "Findings and what became of them")
            AccountabilityFigures figures) {}

    @Schema(name = "AccountabilityFigures", description = "Findings that were not taken back")
    record AccountabilityFigures(
            @Schema(description = "All") int findings,

            @Schema(description = "Closed as remedied, and claimed or closed by the last day")
            int remediedInTime,

            @Schema(description = "Closed as remedied later")
            int remediedLate,

            @Schema(description = "Open") int open,

            @Schema(description = "Open after the last day to remedy")
            int overdue,

            @Schema(description = "Open, and not remedied even when a team came again")
            int escalated,

            @Schema(description = "Repeats within the months of the rules")
            int repeated) {
        static final AccountabilityFigures NONE = new AccountabilityFigures(0, 0, 0, 0, 0, 0, 0);

        AccountabilityFigures plus(AccountabilityFigures other) {
            return new AccountabilityFigures(
                    findings + other.findings,
                    remediedInTime + other.remediedInTime,
                    remediedLate + other.remediedLate,
                    open + other.open,
                    overdue + other.overdue,
                    escalated + other.escalated,
                    repeated + other.repeated);
        }
    }

    @Schema(name = "AccountabilityQuarter")
    record QuarterFigures(
            @Schema(description = "Quarter", maxLength = 7, examples = "2026-Q3")
            String quarter,

            @Schema(description = "Findings and what became of them")
            AccountabilityFigures figures) {}

    @Schema(name = "OneStopCoverage")
    record OneStopCoverage(
            @Schema(description = "Inspections concluded in the time that answered questions about the desk")
            int inspected,

            @Schema(description = "Those of them in which every such question was answered well")
            int covered,

            @Schema(description = "Share in percent, scale 4; null if none was looked at", nullable = true) @Nullable
            BigDecimal percent) {}
}
