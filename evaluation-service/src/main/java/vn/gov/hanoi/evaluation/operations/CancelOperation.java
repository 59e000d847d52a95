package vn.gov.hanoi.evaluation.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Ends an operation that nobody wants any more. What was recorded before stays recorded; nothing follows. */
@ApplicationScoped
class CancelOperation {
    private final OperationRepository operations;
    private final OperationQueries queries;
    private final AuditTrail audit;
    private final Event<OperationCancelled> cancelled;

    CancelOperation(
            OperationRepository operations,
            OperationQueries queries,
            AuditTrail audit,
            Event<OperationCancelled> cancelled) {
        this.operations = operations;
        this.queries = queries;
        this.audit = audit;
        this.cancelled = cancelled;
    }

    /** Refusals: resource.not-found, operation.ended. */
    @Transactional
    Answer cancel(UUID id, String reason, Caller caller, Locale locale) {
        var _ = queries.get(id, caller, locale);
        if (!operations.stop(id, OperationState.CANCELLED, null)) {
            throw new Refused(EvaluationProblem.OPERATION_ENDED);
        }
        cancelled.fire(new OperationCancelled(id));
        audit.record(caller, new AuditTrail.Act("operation.cancel", "operations", id, null, Map.of("reason", reason)));
        return new Answer(200, queries.get(id, caller, locale), null, null);
    }
}
