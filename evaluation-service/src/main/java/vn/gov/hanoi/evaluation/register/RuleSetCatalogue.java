package vn.gov.hanoi.evaluation.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetReader;
import vn.gov.hanoi.evaluation.ruleset.RuleSets;
import vn.gov.hanoi.evaluation.ruleset.RuleSubject;

/** The published rule sets as they stand in the register, for whoever rates. */
@ApplicationScoped
public class RuleSetCatalogue {
    private final RuleSetReader reader = new RuleSetReader();
    private final RuleSetRepository ruleSets;
    /** By id of the version. What is published never changes, so it is read once. */
    private final Map<UUID, RuleSet> read = new ConcurrentHashMap<>();

    RuleSetCatalogue(RuleSetRepository ruleSets) {
        this.ruleSets = ruleSets;
    }

    /** The one rule set for the subject and period, of months as of years. Refusals: rule-set.none, rule-set.ambiguous. */
    @Transactional
    public RuleSet select(RuleSubject subject, Period period) {
        return RuleSets.of(ruleSets.published().stream().map(this::standing).toList())
                .select(subject, period);
    }

    private RuleSet standing(RuleSetRecord entry) {
        return read.computeIfAbsent(entry.id(), _ -> read(entry)).standing(entry.status(), entry.legalCheck());
    }

    private RuleSet read(RuleSetRecord entry) {
        var ruleSet = reader.read(ruleSets.document(entry.id()));
        if (!ruleSet.digest().equals(entry.head().digest())) {
            throw new IllegalStateException("rule set %s version %d is not what was published"
                    .formatted(entry.head().code(), entry.head().version()));
        }
        return ruleSet;
    }
}
