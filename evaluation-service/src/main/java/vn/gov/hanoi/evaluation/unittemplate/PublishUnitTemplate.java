package vn.gov.hanoi.evaluation.unittemplate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplate.Mark;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Publishes a draft: months that are opened from now on are rated by it, those that are open already are not. */
@ApplicationScoped
class PublishUnitTemplate {
    private final UnitTemplateRepository templates;
    private final UnitTemplateQueries queries;
    private final Scopes scopes;
    private final AuditTrail audit;
    private final Clock clock;

    PublishUnitTemplate(
            UnitTemplateRepository templates,
            UnitTemplateQueries queries,
            Scopes scopes,
            AuditTrail audit,
            Clock clock) {
        this.templates = templates;
        this.queries = queries;
        this.scopes = scopes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refusals: scope.unit-unknown, resource.not-found, scope.outside for the template of a unit above, precondition.required,
     * precondition.failed, sheet-template.published.
     */
    @Transactional
    Answer publish(UUID id, @Nullable String ifMatch, Caller caller) {
        var _ = queries.get(id, caller);
        var draft = templates.hold(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        scopes.require(scopes.of(caller), draft.unitId());
        Etags.require(ifMatch, draft.rowVersion());
        if (draft.isPublished()) {
            throw new Refused(EvaluationProblem.TEMPLATE_PUBLISHED);
        }
        var kept = published(draft, caller);
        return Answer.ok(queries.view(kept, caller), kept.rowVersion());
    }

    /** The draft as the next version of its unit's template. */
    @Transactional(Transactional.TxType.MANDATORY)
    UnitTemplate published(UnitTemplate draft, Caller caller) {
        templates.publish(draft, new Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        var kept = templates.find(draft.id()).orElseThrow();
        audit.record(
                caller,
                new AuditTrail.Act(
                        "sheet-template.publish",
                        "sheet-templates",
                        kept.id(),
                        kept.unitId(),
                        Map.of(
                                "version",
                                Objects.requireNonNull(kept.version()),
                                "digest",
                                kept.content().digest(),
                                "decisionNumber",
                                kept.decision().number())));
        return kept;
    }
}
