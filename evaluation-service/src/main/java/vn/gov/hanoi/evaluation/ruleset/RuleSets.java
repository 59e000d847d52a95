package vn.gov.hanoi.evaluation.ruleset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * All rule sets there are, and which one holds for whom. A period is rated by the rule set in force on its last day, for ever; so the
 * choice depends on nothing but the person's category, the type of unit, the period and what the unit switched.
 */
public final class RuleSets {
    /** An official version goes before one on trial, a later one before an earlier one. */
    private static final Comparator<RuleSet> PREFERRED =
            Comparator.comparing((RuleSet ruleSet) -> ruleSet.header().status()).thenComparing(RuleSet::version);

    private final List<RuleSet> all;

    private RuleSets(List<RuleSet> all) {
        this.all = all;
    }

    /** @throws IllegalArgumentException if a version of an id is there twice */
    public static RuleSets of(Collection<RuleSet> ruleSets) {
        var sorted = ruleSets.stream()
                .sorted(Comparator.comparing(RuleSet::id).thenComparing(RuleSet::version))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).id().equals(sorted.get(i - 1).id())
                    && sorted.get(i).version() == sorted.get(i - 1).version()) {
                throw new IllegalArgumentException("twice: " + sorted.get(i).id());
            }
        }
        return new RuleSets(sorted);
    }

    /** Those that come with the product, of both kinds. */
    public static RuleSets shipped() {
        var reader = new RuleSetReader();
        return of(ShippedRuleSets.texts().stream().map(reader::read).toList());
    }

    /** By id, then version. */
    public List<RuleSet> all() {
        return all;
    }

    /** These and one more, for example a new version. */
    public RuleSets with(RuleSet more) {
        var extended = new ArrayList<>(all);
        extended.add(more);
        return of(extended);
    }

    public Optional<RuleSet> find(String id, int version) {
        return all.stream()
                .filter(ruleSet -> ruleSet.id().equals(id) && ruleSet.version() == version)
                .findFirst();
    }

    /**
     * The one rule set for the subject and period. Drafts are never chosen; of each id the official version goes before the one on
     * trial, the latest before the earlier. Refusals: rule-set.none (with the switch, if only a switch is off), rule-set.ambiguous
     * (with the ids).
     */
    public RuleSet select(RuleSubject subject, Period period) {
        var latest = new HashMap<String, RuleSet>();
        all.stream()
                .filter(ruleSet -> ruleSet.header().status() != RuleSetStatus.DRAFT)
                .filter(ruleSet -> ruleSet.header().periods().contains(period.type()))
                .forEach(ruleSet -> latest.merge(
                        ruleSet.id(), ruleSet, (one, other) -> PREFERRED.compare(one, other) < 0 ? other : one));
        var found = latest.values().stream()
                .filter(ruleSet ->
                        applications(ruleSet, subject, period).stream().anyMatch(subject::isOn))
                .sorted(Comparator.comparing(RuleSet::id))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new Refused(found.isEmpty() ? none(latest, subject, period) : ambiguous(found, subject, period));
    }

    private static List<Application> applications(RuleSet ruleSet, RuleSubject subject, Period period) {
        return ruleSet.header().appliesTo().stream()
                .filter(application -> application.names(subject.category(), subject.unitType()))
                .filter(application -> application.isInForce(period.last()))
                .toList();
    }

    private static Refusal none(Map<String, RuleSet> latest, RuleSubject subject, Period period) {
        var off = latest.values().stream()
                .flatMap(ruleSet -> applications(ruleSet, subject, period).stream())
                .map(Application::unitSwitch)
                .filter(java.util.Objects::nonNull)
                .map(Application.UnitSwitch::code)
                .sorted()
                .findFirst();
        return Refusal.of(
                EvaluationProblem.RULE_SET_NONE,
                "category",
                subject.category().name(),
                "unitType",
                subject.unitType().name(),
                "period",
                period.type().name(),
                "day",
                period.last().toString(),
                "switch",
                off.orElse("-"));
    }

    private static Refusal ambiguous(List<RuleSet> found, RuleSubject subject, Period period) {
        return Refusal.of(
                EvaluationProblem.RULE_SET_AMBIGUOUS,
                "category",
                subject.category().name(),
                "unitType",
                subject.unitType().name(),
                "day",
                period.last().toString(),
                "ruleSets",
                String.join(", ", found.stream().map(RuleSet::id).toList()));
    }
}
