package vn.gov.hanoi.evaluation.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.ReorganisationRequest;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Draws up, changes and drops plans. A draft changes nothing in the directory. */
@ApplicationScoped
class DraftReorganisation {
    private final PlanRepository plans;
    private final ReorganisationQueries queries;
    private final Scopes scopes;
    private final AuditTrail audit;
    private final OutboxWriter outbox;
    private final Clock clock;

    DraftReorganisation(
            PlanRepository plans,
            ReorganisationQueries queries,
            Scopes scopes,
            AuditTrail audit,
            OutboxWriter outbox,
            Clock clock) {
        this.plans = plans;
        this.queries = queries;
        this.scopes = scopes;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Keeps a new draft. Refusals: those of {@link PlanForm#faults}, of texts and dates; scope.unit-unknown. */
    @Transactional
    Answer create(ReorganisationRequest request, Caller caller) {
        var head = head(request);
        var plan = Plan.draft(
                Ids.next(),
                head,
                request.content(),
                scopes.of(caller).rootUnitId(),
                new Plan.Mark(caller.subject(), clock.instant()));
        plans.insert(plan);
        record(plan, "reorganisation.draft", Map.of("decision", head.decision().number()), caller);
        outbox.write(PlanEvent.drafted(plan).draft());
        return Answer.created(
                "/evaluation/v1/reorganisations/" + plan.id(), queries.view(plan, caller), plan.version());
    }

    /** Gives a draft other content. Refusals: as create, reorganisation.not-draft, reorganisation.busy, precondition.failed. */
    @Transactional
    Answer replace(UUID id, @Nullable String ifMatch, ReorganisationRequest request, Caller caller) {
        var before = queries.hold(id, ifMatch, Plan.Act.CHANGE, caller);
        var plan = before.replaced(head(request), request.content(), caller.subject());
        plans.replace(plan);
        record(plan, "reorganisation.change", Map.of("version", plan.version()), caller);
        outbox.write(PlanEvent.drafted(plan).draft());
        return Answer.ok(queries.view(plan, caller), plan.version());
    }

    /** Drops a draft. Refusals: reorganisation.not-draft, reorganisation.busy, precondition.failed, resource.not-found. */
    @Transactional
    Answer cancel(UUID id, @Nullable String ifMatch, Reason reason, Caller caller) {
        var _ = queries.hold(id, ifMatch, Plan.Act.CANCEL, caller);
        plans.cancel(id, caller.subject());
        var plan = plans.find(id).orElseThrow();
        record(plan, "reorganisation.cancel", reason.audited(Map.of()), caller);
        outbox.write(new PlanEvent.Cancelled(plan.id(), plan.version()).draft());
        return Answer.ok(queries.view(plan, caller), plan.version());
    }

    private void record(Plan plan, String action, Map<String, ?> details, Caller caller) {
        audit.record(caller, new AuditTrail.Act(action, "reorganisations", plan.id(), plan.scopeUnitId(), details));
    }

    private static Plan.Head head(ReorganisationRequest request) {
        var decision = request.decision();
        var head = new Plan.Head(
                VietnameseText.nfc(request.title().strip()),
                new Plan.Decision(
                        VietnameseText.nfc(decision.number().strip()),
                        decision.signedOn(),
                        VietnameseText.nfc(decision.issuer().strip())),
                request.effectiveOn());
        var faults = new Faults()
                .add("/title", TextRule.TITLE.fault(head.title()))
                .add(
                        "/decision/number",
                        TextRule.DECISION_NUMBER.fault(head.decision().number()))
                .date("/decision/signedOn", decision.signedOn())
                .add("/decision/issuer", TextRule.TITLE.fault(head.decision().issuer()))
                .add("/effectiveOn", Validity.dateFault(head.effectiveOn()))
                .addAll(PlanForm.faults(request.content()));
        Refused.ifAny(faults.all().stream().limit(100).toList());
        return head;
    }
}
