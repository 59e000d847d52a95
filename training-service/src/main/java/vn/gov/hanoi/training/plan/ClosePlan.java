package vn.gov.hanoi.training.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.plan.ChangeApi.ChangesRequest;
import vn.gov.hanoi.training.plan.PlanApi.ClosePlanRequest;
import vn.gov.hanoi.training.plan.PlanDecisionApi.PlanDecisionRequest;

/** Closes a plan once its classes are over and its books are closed; after it nothing of the year can be decided or opened. */
@ApplicationScoped
class ClosePlan {
    private final Directory directory;
    private final PlanQueries plans;
    private final VersionRepository versions;
    private final ChangePlan changePlan;
    private final Clock clock;

    ClosePlan(Directory directory, PlanQueries plans, VersionRepository versions, ChangePlan changePlan, Clock clock) {
        this.directory = directory;
        this.plans = plans;
        this.versions = versions;
        this.changePlan = changePlan;
        this.clock = clock;
    }

    /** Whether the caller may act for the unit of the plan. Refusals: resource.not-found, scope.outside. */
    void authorise(UUID planId, Caller caller) {
        directory.authorise(caller, plans.one(planId, caller).unit().id());
    }

    /**
     * Records the closing decision.
     *
     * <p>Refusals: precondition.required, precondition.failed, training.issuer-not-city, -plan-closed, -decision-out-of-order,
     * -decision-number-exists, -plan-has-open-classes, -plan-has-open-money.
     *
     * @return the plan with the version that it has now
     */
    @Transactional
    LockedPlan close(UUID planId, @Nullable String ifMatch, ClosePlanRequest asked, Caller caller) {
        var signed = asked.decision();
        var issuer = directory.inForce(signed.issuer(), signed.signedOn(), "/decision/issuer");
        int year = plans.one(planId, caller).year();
        var request = new PlanDecisionRequest(year, DecisionKind.CLOSE, signed, asked.legalBasis(), null, null);
        var plan = changePlan.lock(request, issuer);
        Etags.require(ifMatch, plan.version() - 1);
        Refused.ifAny(PlanGuard.left(plans.open(planId)));
        var decision = PlanDecision.change(plan.id(), request, issuer, new Recorded(clock.instant(), caller.subject()));
        versions.add(decision);
        versions.close(plan.id(), decision);
        var nothing = PlanChange.of(plan.standing(), ChangesRequest.NONE);
        changePlan.tell(plan, decision, PlanChanged.of(plan, decision, nothing, plan.lines()), caller);
        return plan;
    }
}
