package vn.gov.hanoi.evaluation.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Act;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Mark;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetReader;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Draws up, changes and drops drafts. No period is ever rated by one, and nobody outside is told of it. */
@ApplicationScoped
class DraftRuleSet {
    private final RuleSetReader reader = new RuleSetReader();
    private final RuleSetRepository ruleSets;
    private final RuleSetQueries queries;
    private final Scopes scopes;
    private final AuditTrail audit;
    private final Clock clock;

    DraftRuleSet(RuleSetRepository ruleSets, RuleSetQueries queries, Scopes scopes, AuditTrail audit, Clock clock) {
        this.ruleSets = ruleSets;
        this.queries = queries;
        this.scopes = scopes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a new draft.
     *
     * <p>Refusals: those of {@link DocumentText} and {@link RuleSetReader}, rule-set.contradictory for a document that does not say DRAFT,
     * rule-set.exists.
     */
    @Transactional
    Answer create(byte @Nullable [] body, Caller caller) {
        var text = DocumentText.of(body);
        var ruleSet = reader.read(text);
        Refused.ifAny(notADraft(ruleSet));
        var id = Ids.next();
        ruleSets.insert(id, ruleSet, text, mark(caller));
        var entry = ruleSets.find(id).orElseThrow();
        record(entry, "rule-set.draft", caller);
        return Answer.created(RuleSetViews.PATH + id, queries.view(entry, caller), entry.rowVersion());
    }

    /**
     * Gives a draft another document of the same code and version.
     *
     * <p>Refusals: as create, those of {@link RuleSetQueries#hold}.
     */
    @Transactional
    Answer replace(UUID id, @Nullable String ifMatch, byte @Nullable [] body, Caller caller) {
        var before = queries.hold(id, ifMatch, Act.CHANGE, caller).head();
        var text = DocumentText.of(body);
        var ruleSet = reader.read(text);
        var faults = new ArrayList<>(notADraft(ruleSet));
        if (!ruleSet.id().equals(before.code())) {
            faults.add(fault("draft-keeps-its-code", "/id"));
        }
        if (ruleSet.version() != before.version()) {
            faults.add(fault("draft-keeps-its-version", "/version"));
        }
        Refused.ifAny(faults);
        ruleSets.replace(id, ruleSet, text, mark(caller));
        var entry = ruleSets.find(id).orElseThrow();
        record(entry, "rule-set.change", caller);
        return Answer.ok(queries.view(entry, caller), entry.rowVersion());
    }

    /** Drops a draft; its code and version are free again. Refusals: those of {@link RuleSetQueries#hold}. */
    @Transactional
    Answer discard(UUID id, @Nullable String ifMatch, Caller caller) {
        var entry = queries.hold(id, ifMatch, Act.DISCARD, caller);
        ruleSets.delete(id);
        record(entry, "rule-set.discard", caller);
        return Answer.deleted();
    }

    /** How far a version has come is said by the register; a document that says more would mislead its readers. */
    private static List<Refusal> notADraft(RuleSet ruleSet) {
        var faults = new ArrayList<Refusal>();
        if (ruleSet.header().status() != RuleSetStatus.DRAFT) {
            faults.add(fault("draft-says-draft", "/status"));
        }
        if (ruleSet.header().legalCheck().isDone()) {
            faults.add(fault("draft-is-not-checked", "/legalCheck/by"));
        }
        return faults;
    }

    private static Refusal fault(String rule, String pointer) {
        return Refusal.of(EvaluationProblem.RULE_SET_CONTRADICTORY, "rule", rule)
                .at(pointer);
    }

    private Mark mark(Caller caller) {
        return new Mark(caller.subject(), clock.instant());
    }

    private void record(RuleSetRecord entry, String action, Caller caller) {
        var head = entry.head();
        audit.record(
                caller,
                new AuditTrail.Act(
                        action,
                        "rule-sets",
                        entry.id(),
                        scopes.of(caller).rootUnitId(),
                        Map.of("code", head.code(), "version", head.version(), "digest", head.digest())));
    }
}
