package vn.gov.hanoi.evaluation.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.advisory.AdvisoryLineApi.CloseLineRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Ends a line of advice. What was advised along it stays. */
@ApplicationScoped
class CloseAdvisoryLine {
    private final AdvisoryLineRepository lines;
    private final AdvisoryLineQueries queries;
    private final Scopes scopes;
    private final AuditTrail audit;

    CloseAdvisoryLine(AdvisoryLineRepository lines, AdvisoryLineQueries queries, Scopes scopes, AuditTrail audit) {
        this.lines = lines;
        this.queries = queries;
        this.scopes = scopes;
        this.audit = audit;
    }

    /**
     * Refusals: scope.unit-unknown, resource.not-found, scope.outside for the unit advised on, precondition.required, precondition.failed,
     * advisory-line.not-in-force.
     */
    @Transactional
    Answer close(UUID id, @Nullable String ifMatch, CloseLineRequest request, Caller caller) {
        var _ = queries.get(id, caller);
        var before = lines.hold(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        scopes.require(scopes.of(caller), before.advisedUnitId());
        Etags.require(ifMatch, before.rowVersion());
        if (!before.validity().contains(request.effectiveOn())) {
            throw new Refused(Refusal.of(EvaluationProblem.LINE_NOT_IN_FORCE).at("/effectiveOn"));
        }
        lines.close(before, request.effectiveOn());
        var after = before.closedOn(request.effectiveOn());
        audit.record(
                caller,
                new AuditTrail.Act(
                        "advisory-line.close",
                        "advisory-lines",
                        id,
                        after.advisedUnitId(),
                        request.reason()
                                .audited(Map.of(
                                        "effectiveOn", request.effectiveOn().toString()))));
        return Answer.ok(queries.view(after), after.rowVersion());
    }
}
