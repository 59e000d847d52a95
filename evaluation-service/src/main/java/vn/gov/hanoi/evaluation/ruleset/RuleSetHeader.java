package vn.gov.hanoi.evaluation.ruleset;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * What all rule sets have.
 *
 * @param id for example {@code HN-M-2018}; the same for all versions
 * @param version from 1; a published version never changes
 * @param effectiveFrom first day on which it applies to anybody, inclusive
 * @param effectiveTo first day on which it applies to nobody; null if open
 * @param periods lengths of period that it rates
 */
public record RuleSetHeader(
        String id,
        int version,
        RuleSetKind kind,
        Title title,
        RuleSetStatus status,
        List<LegalBasis> legalBasis,
        LegalCheck legalCheck,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        List<Application> appliesTo,
        Set<PeriodType> periods) {
    public RuleSetHeader {
        legalBasis = List.copyOf(legalBasis);
        appliesTo = List.copyOf(appliesTo);
        periods = Set.copyOf(periods);
    }

    /** The same head as the register has it, whatever its document says of itself. */
    public RuleSetHeader with(RuleSetStatus next, LegalCheck check) {
        return new RuleSetHeader(
                id, version, kind, title, next, legalBasis, check, effectiveFrom, effectiveTo, appliesTo, periods);
    }

    /**
     * Why no official rating may rest on the rule set; empty if one may. Domain: only OFFICIAL rule sets issue ratings. Refusal:
     * rule-set.not-official.
     */
    public List<Refusal> ratingBlockers() {
        return status == RuleSetStatus.OFFICIAL
                ? List.of()
                : List.of(Refusal.of(
                        EvaluationProblem.RULE_SET_NOT_OFFICIAL,
                        "ruleSet",
                        id,
                        "version",
                        version,
                        "status",
                        status.name()));
    }
}
