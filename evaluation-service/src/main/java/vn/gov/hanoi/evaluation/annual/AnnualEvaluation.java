package vn.gov.hanoi.evaluation.annual;

/**
 * The rules of the annual classification at work. The same case gives the same finding and digest for ever, in whatever order its
 * parts are given. Law: Decree 90/2020 with Decree 48/2023; from 2026 Decree 335/2025 and Decree 233/2026; see the rule set.
 */
public final class AnnualEvaluation {
    private final AnnualRuleSet ruleSet;

    public AnnualEvaluation(AnnualRuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    /**
     * What the rules find.
     *
     * @throws IllegalArgumentException if the rule set is not for this person and year, or a period counts twice
     */
    public AnnualFinding find(AnnualCase given) {
        if (!ruleSet.isFor(given.category(), given.unitType(), given.year())) {
            throw new IllegalArgumentException(
                    "%s does not rate %s in %d".formatted(ruleSet.header().id(), given.category(), given.year()));
        }
        return new Assessment(ruleSet, given).finding();
    }
}
