package vn.gov.hanoi.evaluation.simulation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.operations.OperationState;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Requests and answers about simulations. */
final class SimulationApi {
    static final String PATH = "/evaluation/v1/rule-set-simulations/";
    static final String MONTH = "20[0-9]{2}-(0[1-9]|1[0-2])";

    private SimulationApi() {}

    @Schema(name = "RuleSetSimulationRequest", additionalProperties = Schema.False.class)
    record SimulationRequest(
            @Schema(description = "Version of a rule set that rates months: DRAFT, PILOT or OFFICIAL") @NotNull
            UUID ruleSetId,

            @Schema(description = "First month", pattern = "^" + MONTH + "$", maxLength = 7, examples = "2026-01")
            @NotNull
            @Pattern(regexp = MONTH)
            String from,

            @Schema(
                    description = "Last month, which is over; at most 12 months in all",
                    pattern = "^" + MONTH + "$",
                    maxLength = 7,
                    examples = "2026-06")
            @NotNull
            @Pattern(regexp = MONTH)
            String to,

            @Schema(
                    description = "Unit whose people, with all below it, are looked at; absent for the whole scope",
                    nullable = true)
            @Nullable
            UUID unitId) {}

    @Schema(name = "RuleSetSimulation")
    record SimulationView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Where the operation stands")
            OperationState state,

            @Schema(description = "The rules that were tried, as they were written then")
            TriedRuleSet ruleSet,

            @Schema(description = "First month", maxLength = 7, examples = "2026-01")
            String from,

            @Schema(description = "Last month", maxLength = 7, examples = "2026-06")
            String to,

            @Schema(description = "Unit whose people, with all below it, are looked at", nullable = true) @Nullable
            UnitReference unit,

            @Schema(description = "Fewest compared sheets that are shown by themselves; 1 for who sees points anyway")
            int smallestGroup,

            @Schema(description = "What is and what is not simulated", maxItems = 20)
            List<AssumptionView> assumptions,

            @Schema(description = "All people, then by category; empty before the end", maxItems = 10)
            List<LineView> total) {}

    @Schema(name = "TriedRuleSet")
    record TriedRuleSet(
            @Schema(description = "Identifier of the version; a draft may be gone")
            UUID id,

            @Schema(description = "Code", maxLength = 40, examples = "HN-M-2022")
            String code,

            @Schema(description = "Version of the rules") int version,

            @Schema(description = "How far it had come") RuleSetStatus status,

            @Schema(description = "SHA-256 of the content, hexadecimal", maxLength = 64)
            String digest) {}

    @Schema(name = "SimulationAssumption")
    record AssumptionView(
            @Schema(description = "Code") Assumption code,

            @Schema(description = "In Vietnamese", maxLength = 300)
            String vi,

            @Schema(description = "In English", maxLength = 300)
            String en) {}

    /** Of whom a line tells. */
    enum LineKind {
        TOTAL,
        /** One rating unit. */
        UNIT,
        /** Units together that are too small to be shown alone. */
        OTHER_UNITS
    }

    @Schema(name = "SimulationLine")
    record LineView(
            @Schema(description = "Of whom it tells") LineKind kind,

            @Schema(
                    description = "Rating unit, named as on the last day; null unless the kind is UNIT",
                    nullable = true)
            @Nullable
            UnitReference unit,

            @Schema(description = "Number of rating units that count in the line", minimum = "0")
            int units,

            @Schema(description = "Category of personnel; null for all", nullable = true) @Nullable
            Category category,

            @Schema(description = "The counts") Figures figures,

            @Schema(
                    description =
                            "Use of the cap on the top grade by month, of whole agencies; empty in lines of a category",
                    maxItems = 12)
            List<CapUse> caps) {}

    @Schema(name = "SimulationFigures", description = "sheets = undecided + notSubject + notScored + compared")
    record Figures(
            @Schema(description = "Living sheets, one a person and month", minimum = "0")
            long sheets,

            @Schema(description = "Not decided yet", minimum = "0")
            long undecided,

            @Schema(description = "Of people whom the rule set would not rate", minimum = "0")
            long notSubject,

            @Schema(description = "Refused by the rule set; reasons say why", minimum = "0")
            long notScored,

            @Schema(description = "Scored by both", minimum = "0")
            long compared,

            @Schema(description = "Whether what follows is left out, since it would tell of single people")
            boolean withheld,

            @Schema(description = "Compared sheets with another result", nullable = true, minimum = "0") @Nullable
            Long changed,

            @Schema(description = "From old to new by points alone", nullable = true, maxItems = 36) @Nullable
            List<ShiftCount> byPoints,

            @Schema(
                    description = "From the decided grade to the new one under the ceilings",
                    nullable = true,
                    maxItems = 36)
            @Nullable
            List<ShiftCount> grades,

            @Schema(
                    description = "Mean of new points less old ones, scale 4; null if no sheet has both",
                    nullable = true,
                    examples = "-1.2500")
            @Nullable
            BigDecimal meanPointsShift,

            @Schema(
                    description = "Why sheets have no grade by the rules; a sheet may have several reasons",
                    nullable = true,
                    maxItems = 1000)
            @Nullable
            List<ReasonCount> reasons) {}

    @Schema(name = "SimulationShift")
    record ShiftCount(
            @Schema(description = "Stored result") Result from,

            @Schema(description = "Result by the other rules")
            Result to,

            @Schema(description = "Sheets", minimum = "1") long sheets) {}

    @Schema(name = "SimulationReason")
    record ReasonCount(
            @Schema(
                    description = "Code of the refusal, or INSUFFICIENT_DATA",
                    maxLength = 60,
                    examples = "score.criterion-unknown")
            String code,

            @Schema(description = "Place in the sheet", maxLength = 100, examples = "/marks/II.1")
            String place,

            @Schema(description = "Sheets", minimum = "1") long sheets) {}

    @Schema(name = "SimulationCapUse")
    record CapUse(
            @Schema(description = "Month", maxLength = 7, examples = "2026-03")
            String period,

            @Schema(description = "Capped grade") Grade grade,

            @Schema(description = "People with a grade by the other rules", minimum = "0")
            int rated,

            @Schema(description = "Most of them with the grade", minimum = "0")
            int allowed,

            @Schema(description = "Who of them had the grade", minimum = "0")
            int before,

            @Schema(description = "Who would have it", minimum = "0")
            int reaching,

            @Schema(description = "Would be over the cap by this many; nobody is picked", minimum = "0")
            int over) {}
}
