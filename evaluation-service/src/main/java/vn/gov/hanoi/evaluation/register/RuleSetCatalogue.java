package vn.gov.hanoi.evaluation.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualRuleSet;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetReader;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.evaluation.ruleset.RuleSets;
import vn.gov.hanoi.evaluation.ruleset.RuleSubject;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** The published rule sets as they stand in the register, for whoever rates. */
@ApplicationScoped
public class RuleSetCatalogue {
    private final RuleSetReader reader = new RuleSetReader();
    private final RuleSetRepository ruleSets;
    /** By id of the version. What is published never changes, so it is read once. */
    private final Map<UUID, RuleSet> read = new ConcurrentHashMap<>();

    private final Map<UUID, AnnualRuleSet> years = new ConcurrentHashMap<>();

    RuleSetCatalogue(RuleSetRepository ruleSets) {
        this.ruleSets = ruleSets;
    }

    /** The one rule set for the subject and period, of months as of years. Refusals: rule-set.none, rule-set.ambiguous. */
    @Transactional
    public RuleSet select(RuleSubject subject, Period period) {
        return published().select(subject, period);
    }

    /** All published rule sets of months and quarters, by code and version. */
    @Transactional
    public List<RuleSet> periodic() {
        return published().all().stream()
                .filter(each -> each.periodic() != null)
                .toList();
    }

    private RuleSets published() {
        return RuleSets.of(ruleSets.published().stream().map(this::standing).toList());
    }

    /**
     * A version and where the register keeps it.
     *
     * @param id of the version in the register
     */
    public record Version(UUID id, RuleSet ruleSet) {}

    /**
     * What holds for somebody.
     *
     * @param version null if refused
     * @param refusals why none was chosen; empty if one was
     */
    public record Choice(@Nullable Version version, List<Refusal> refusals) {}

    /** As {@link #select}, but a refusal is an answer, so that whoever asks for many can go on with the others. */
    @Transactional
    public Choice choose(RuleSubject subject, Period period) {
        try {
            var found = published().select(subject, period);
            var entry = ruleSets.find(found.id(), found.version()).orElseThrow();
            return new Choice(new Version(entry.id(), found), List.of());
        } catch (Refused refused) {
            return new Choice(null, refused.refusals());
        }
    }

    /** A published version as it now stands in the register. */
    @Transactional
    public RuleSet version(UUID id) {
        return standing(ruleSets.find(id).orElseThrow());
    }

    /**
     * A version as it is written now, drafts too. For trying out only: nothing is rated by what may still change.
     *
     * @param status how far it has come
     */
    public record Written(UUID id, RuleSetStatus status, String document) {}

    @Transactional
    public Optional<Written> written(UUID id) {
        return ruleSets.find(id).map(entry -> new Written(id, entry.status(), ruleSets.document(id)));
    }

    /** A published version that rates years, as it now stands in the register. */
    @Transactional
    public AnnualRuleSet annual(UUID id) {
        var ruleSet = version(id);
        var parameters = years.computeIfAbsent(id, _ -> AnnualRuleSet.of(ruleSet, ruleSets.document(id)));
        return parameters.standing(ruleSet.header());
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
