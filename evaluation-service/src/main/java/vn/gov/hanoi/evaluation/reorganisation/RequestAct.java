package vn.gov.hanoi.evaluation.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.operations.OperationCancelled;
import vn.gov.hanoi.evaluation.operations.OperationQueries;
import vn.gov.hanoi.evaluation.operations.OperationRepository;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.scope.Caller;

/** Takes the order to apply or undo a plan. The order is durable as an operation; the work is done by {@link ReorganisationRun}. */
@ApplicationScoped
class RequestAct {
    /** Read, units, posts, events, end. */
    static final int STEPS = 5;

    private final PlanRepository plans;
    private final ReorganisationQueries queries;
    private final OperationRepository operations;
    private final OperationQueries operationQueries;
    private final AuditTrail audit;

    RequestAct(
            PlanRepository plans,
            ReorganisationQueries queries,
            OperationRepository operations,
            OperationQueries operationQueries,
            AuditTrail audit) {
        this.plans = plans;
        this.queries = queries;
        this.operations = operations;
        this.operationQueries = operationQueries;
        this.audit = audit;
    }

    /**
     * Asks for a plan to be applied or undone.
     *
     * <p>Refusals: those of {@link Plan#refusals}, precondition.required, precondition.failed, resource.not-found. What
     * speaks against the content ends the operation as FAILED with the same problem that the preview shows.
     */
    @Transactional
    Answer request(UUID id, @Nullable String ifMatch, Plan.Pending wanted, Map<String, ?> details, Caller caller) {
        var act = wanted == Plan.Pending.APPLY ? Plan.Act.APPLY : Plan.Act.REVERT;
        var plan = queries.hold(id, ifMatch, act, caller);
        var operationId = Ids.next();
        operations.queue(
                new OperationRepository.Draft(
                        operationId, wanted + "_REORGANISATION", STEPS, "STEP", "/evaluation/v1/reorganisations/" + id),
                caller);
        plans.request(id, wanted, operationId, caller);
        var verb = wanted.name().toLowerCase(Locale.ROOT);
        audit.record(
                caller,
                new AuditTrail.Act(
                        "reorganisation." + verb + "-request", "reorganisations", id, plan.scopeUnitId(), details));
        return Answer.accepted(
                "/evaluation/v1/operations/" + operationId, operationQueries.get(operationId, caller, Locale.of("vi")));
    }

    /** In the transaction that cancels the operation. */
    void forget(@Observes OperationCancelled cancelled) {
        plans.released(cancelled.id());
    }
}
