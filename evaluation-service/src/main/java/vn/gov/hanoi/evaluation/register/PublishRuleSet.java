package vn.gov.hanoi.evaluation.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Act;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Mark;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Publishes a draft on trial. Whoever wrote it does not publish it. */
@ApplicationScoped
class PublishRuleSet {
    private final RuleSetRepository ruleSets;
    private final RuleSetQueries queries;
    private final Scopes scopes;
    private final AuditTrail audit;
    private final OutboxWriter outbox;
    private final Clock clock;

    PublishRuleSet(
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

    /** From now on periods are rated by it, on trial, and it never changes. Refusals: those of {@link RuleSetQueries#hold}. */
    @Transactional
    Answer publish(UUID id, @Nullable String ifMatch, Caller caller) {
        var head = queries.hold(id, ifMatch, Act.PUBLISH, caller).head();
        ruleSets.publish(id, new Mark(caller.subject(), clock.instant()));
        var entry = ruleSets.find(id).orElseThrow();
        outbox.write(RuleSetEvent.published(id, head).draft());
        audit.record(
                caller,
                new AuditTrail.Act(
                        "rule-set.publish",
                        "rule-sets",
                        id,
                        scopes.of(caller).rootUnitId(),
                        Map.of("code", head.code(), "version", head.version(), "digest", head.digest())));
        return Answer.ok(queries.view(entry, caller), entry.rowVersion());
    }
}
