package vn.gov.hanoi.evaluation.annual;

import java.util.Optional;
import vn.gov.hanoi.evaluation.ruleset.RuleSetKind;
import vn.gov.hanoi.evaluation.ruleset.RuleSetReader;

/** Takes the parameters of a year out of a document that the reader of all rule sets has checked. */
final class AnnualRuleSetReader {
    private final RuleSetReader reader = new RuleSetReader();

    /** Empty if the document does not rate years. Refusals: those of {@link RuleSetReader#read}. */
    Optional<AnnualRuleSet> read(String yaml) {
        var ruleSet = reader.read(yaml);
        return ruleSet.header().kind() == RuleSetKind.ANNUAL
                ? Optional.of(new AnnualRuleSet(
                        ruleSet.header(), RuleSetReader.rules(yaml, AnnualRules.class), ruleSet.digest()))
                : Optional.empty();
    }
}
