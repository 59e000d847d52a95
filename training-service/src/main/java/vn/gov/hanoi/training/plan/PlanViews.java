package vn.gov.hanoi.training.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.action.Actions;
import vn.gov.hanoi.training.plan.PlanApi.PlanView;

/** Shows one plan as it is now, with what can be done with it. */
@ApplicationScoped
class PlanViews {
    private static final String PATH = "/training/v1/plans/";

    private final PlanQueries queries;
    private final Scopes scopes;
    private final Actions actions;

    PlanViews(PlanQueries queries, Scopes scopes, Actions actions) {
        this.queries = queries;
        this.scopes = scopes;
        this.actions = actions;
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    PlanView full(UUID id, Caller caller) {
        var plan = queries.one(id, caller);
        boolean within = scopes.contains(scopes.of(caller), plan.unit().id());
        var guard = new PlanGuard(plan.year(), plan.state().equals("CLOSED"), within, queries.open(id), caller);
        return plan.with(List.of(actions.of(PlanGuard.VERB, PATH + id, PlanGuard.NEEDS, guard.refusals())));
    }
}
