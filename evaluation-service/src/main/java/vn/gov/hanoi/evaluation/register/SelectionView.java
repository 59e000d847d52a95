package vn.gov.hanoi.evaluation.register;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.evaluation.register.RuleSetApi.Blocker;
import vn.gov.hanoi.evaluation.register.RuleSetApi.RuleSetSummary;

/** The rule set of a period. */
@Schema(name = "SelectedRuleSet")
record SelectionView(
        @Schema(description = "First day of the period") LocalDate from,

        @Schema(description = "Last day of the period, which selects")
        LocalDate last,

        @Schema(description = "The rule set that holds") RuleSetSummary ruleSet,

        @Schema(description = "Why no official rating may rest on it; empty if one may", maxItems = 20)
        List<Blocker> ratingBlockers) {}
