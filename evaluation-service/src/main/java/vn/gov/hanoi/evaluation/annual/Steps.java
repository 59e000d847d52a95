package vn.gov.hanoi.evaluation.annual;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.gov.hanoi.evaluation.annual.Explanation.Step;
import vn.gov.hanoi.evaluation.ruleset.Source;

/** Collects the steps of one explanation. */
final class Steps {
    private final AnnualRuleSet ruleSet;
    private final List<Step> steps = new ArrayList<>();

    Steps(AnnualRuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    void add(String code, String parameter, Source source, Map<String, String> inputs, Object result) {
        steps.add(new Step(
                code,
                Collections.unmodifiableSortedMap(new TreeMap<>(inputs)),
                result.toString(),
                ruleSet.cite(source),
                source.confidence(),
                "/rules/" + parameter));
    }

    Explanation explained(AnnualCase given) {
        var header = ruleSet.header();
        var reference = new Explanation.RuleSetReference(header.id(), header.version(), ruleSet.digest());
        return Explanation.of(given.officerId(), given.year(), reference, steps);
    }
}
