package vn.gov.hanoi.training.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.outbox.EventDraft;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.ledger.AccountState;
import vn.gov.hanoi.training.ledger.Ledger;
import vn.gov.hanoi.training.ledger.NewAccount;
import vn.gov.hanoi.training.plan.PlanDecisionApi.PlanDecisionRequest;

/** Records the City's decision that assigns the plan of a year, and gives its money to the ledger in the same transaction. */
@ApplicationScoped
class AssignPlan {
    private final Directory directory;
    private final PlanRepository plans;
    private final Ledger ledger;
    private final OutboxWriter outbox;
    private final AuditTrail audit;
    private final Clock clock;

    AssignPlan(
            Directory directory,
            PlanRepository plans,
            Ledger ledger,
            OutboxWriter outbox,
            AuditTrail audit,
            Clock clock) {
        this.directory = directory;
        this.plans = plans;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the plan with its blocks and lines, one account and one allocation per block with money, and tells
     * {@code training.plan}.
     *
     * <p>Refusals: training.unit-unknown, training.unit-not-in-force, training.issuer-not-city, training.code-repeated,
     * training.line-quota-missing, training.line-quota-premature, training.total-too-large, training.plan-exists,
     * training.decision-number-exists.
     */
    @Transactional
    PlanDecision assign(PlanDecisionRequest request, Caller caller) {
        var issuer = directory.inForce(
                request.decision().issuer(), request.decision().signedOn(), "/decision/issuer");
        if (!issuer.isCity()) {
            throw new Refused(Refusal.of(TrainingProblem.ISSUER_NOT_CITY, "unit", issuer.code())
                    .at("/decision/issuer"));
        }
        var recorded = new Recorded(clock.instant(), caller.subject());
        var plan = Plan.of(request.year(), issuer, recorded);
        var decision = PlanDecision.assign(plan, request, issuer, recorded);
        plans.add(plan, decision);
        decision.blocks().forEach(block -> allocate(plan, block, decision, caller));
        var totals = PlanRules.totals(request.blocks());
        outbox.write(new EventDraft(
                "training.plan",
                "assigned",
                1,
                "plans",
                plan.id(),
                issuer.id(),
                PlanAssigned.of(plan, decision, totals)));
        var details = Map.of("year", request.year(), "number", decision.number(), "budgetVnd", totals.budgetVnd());
        audit.record(caller, new AuditTrail.Act("plan.assign", "plan-decisions", decision.id(), issuer.id(), details));
        return decision;
    }

    private void allocate(Plan plan, PlanBlock block, PlanDecision decision, Caller caller) {
        var state =
                switch (block.status()) {
                    case ASSIGNED -> AccountState.OPEN;
                    case PENDING_APPROVAL -> AccountState.PENDING_APPROVAL;
                };
        var account = ledger.open(
                new NewAccount(
                        plan.id(), block.id(), block.code(), plan.unitId(), plan.year(), block.fundingSource(), state),
                caller);
        if (block.budget().isPositive()) {
            var description = "Giao dự toán theo quyết định " + decision.number();
            ledger.allocate(account, block.budget(), decision.id(), description, caller);
        }
    }
}
