package vn.gov.hanoi.training.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.TrainingProblem;

/** Door to the quota of the plan lines; every method belongs to the caller's transaction. */
@ApplicationScoped
public class PlanLines {
    private final PlanRepository plans;
    private final Scopes scopes;
    private final Clock clock;

    PlanLines(PlanRepository plans, Scopes scopes, Clock clock) {
        this.plans = plans;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * A line of an open plan that the caller may read; no decision changes the plan before the transaction ends. Refusals:
     * training.line-unknown, training.plan-closed, training.unit-moving (pointer /planLineId).
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public QuotaLine find(UUID lineId, Caller caller) {
        var line = plans.line(lineId, scopes.of(caller))
                .orElseThrow(() ->
                        new Refused(Refusal.of(TrainingProblem.LINE_UNKNOWN).at("/planLineId")));
        if (line.closed()) {
            throw new Refused(
                    Refusal.of(TrainingProblem.PLAN_CLOSED, "year", line.year()).at("/planLineId"));
        }
        if (line.isMoving(LocalDate.now(clock))) {
            throw new Refused(Refusal.of(TrainingProblem.UNIT_MOVING).at("/planLineId"));
        }
        return line;
    }

    /**
     * Takes one class with its places from the line. The statement decides; the reasons are read after it refused.
     *
     * <p>Refusals: training.line-pending-approval, training.quota-classes-exceeded, training.quota-places-exceeded.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(UUID lineId, int places, Caller caller) {
        if (plans.take(lineId, places)) {
            return;
        }
        Refused.ifAny(find(lineId, caller).refusals(places));
        // Room appeared between the statement and the reading: the caller may simply try again.
        throw new Refused(KernelProblem.CONFLICT);
    }

    /** Gives back one class with its places: it is not held. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(UUID lineId, int places) {
        plans.giveBack(lineId, places);
    }
}
