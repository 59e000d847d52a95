package vn.gov.hanoi.evaluation.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Act;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Mark;
import vn.gov.hanoi.evaluation.ruleset.RuleSetReader;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Makes a published rule set official on the legal check of the City. */
@ApplicationScoped
class MakeRuleSetOfficial {
    private final RuleSetRepository ruleSets;
    private final RuleSetQueries queries;
    private final Scopes scopes;
    private final AuditTrail audit;
    private final OutboxWriter outbox;
    private final Clock clock;

    MakeRuleSetOfficial(
            RuleSetRepository ruleSets,
            RuleSetQueries queries,
            Scopes scopes,
            AuditTrail audit,
            OutboxWriter outbox,
            Clock clock) {
        this.ruleSets = ruleSets;
        this.queries = queries;
        this.scopes = scopes;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * From now on ratings may rest on it. What the legal check does not remove of the reasons why none may still refuses.
     *
     * <p>Refusals: those of {@link RuleSetQueries#hold}, of {@link MakeOfficialRequest#check} and of
     * {@link vn.gov.hanoi.evaluation.ruleset.RuleSetHeader#ratingBlockers}.
     */
    @Transactional
    Answer makeOfficial(UUID id, @Nullable String ifMatch, MakeOfficialRequest request, Caller caller) {
        var head = queries.hold(id, ifMatch, Act.MAKE_OFFICIAL, caller).head();
        var check = request.check(new Mark(caller.subject(), clock.instant()), LocalDate.now(clock));
        Refused.ifAny(RuleSetReader.header(ruleSets.document(id))
                .with(RuleSetStatus.OFFICIAL, check.legalCheck())
                .ratingBlockers());
        ruleSets.makeOfficial(id, check);
        var entry = ruleSets.find(id).orElseThrow();
        outbox.write(RuleSetEvent.madeOfficial(id, head, check).draft());
        audit.record(
                caller,
                new AuditTrail.Act(
                        "rule-set.make-official",
                        "rule-sets",
                        id,
                        scopes.of(caller).rootUnitId(),
                        Map.of(
                                "code", head.code(),
                                "version", head.version(),
                                "digest", head.digest(),
                                "decision", check.document().number())));
        return Answer.ok(queries.view(entry, caller), entry.rowVersion());
    }
}
