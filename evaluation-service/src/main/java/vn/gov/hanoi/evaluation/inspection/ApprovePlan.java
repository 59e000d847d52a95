package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Approves a plan (phê duyệt kế hoạch): inspections can rest on its lines, and units see those that name them. */
@ApplicationScoped
class ApprovePlan {
    private final PlanRepository plans;
    private final PlanQueries queries;
    private final ViewerQueries viewers;
    private final AuditTrail audit;
    private final Clock clock;

    ApprovePlan(PlanRepository plans, PlanQueries queries, ViewerQueries viewers, AuditTrail audit, Clock clock) {
        this.plans = plans;
        this.queries = queries;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refusals: scope.unit-unknown, resource.not-found, precondition.required, precondition.failed, those of
     * {@link PlanQueries#blockers}.
     */
    @Transactional
    Answer approve(UUID id, @Nullable String ifMatch, Caller caller) {
        queries.get(id, caller);
        var draft = plans.hold(id).orElseThrow();
        Etags.require(ifMatch, draft.rowVersion());
        Refused.ifAny(queries.blockers(draft, viewers.of(caller), caller));
        plans.approve(id, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        audit.record(
                caller,
                new AuditTrail.Act(
                        "inspection-plan.approve",
                        "inspection-plans",
                        id,
                        draft.unitId(),
                        Map.of("decisionNumber", draft.decision().number())));
        return Answer.ok(queries.get(id, caller), draft.rowVersion() + 1);
    }
}
