package vn.gov.hanoi.evaluation.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import vn.gov.hanoi.evaluation.officer.OfficerEventQueries;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.unit.Unit;
import vn.gov.hanoi.evaluation.unit.UnitEventQueries;
import vn.gov.hanoi.evaluation.unit.UnitRepository;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Undoes an applied plan before its day: everything is recorded again as it was. */
@ApplicationScoped
class RevertPlan {
    private final PlanRepository plans;
    private final PlanUndoRepository undo;
    private final UnitRepository units;
    private final UnitEventQueries unitEvents;
    private final OfficerEventQueries officerEvents;
    private final OutboxWriter outbox;
    private final DirectoryClockRepository directoryClock;
    private final AuditTrail audit;
    private final Clock clock;

    RevertPlan(
            PlanRepository plans,
            PlanUndoRepository undo,
            UnitRepository units,
            UnitEventQueries unitEvents,
            OfficerEventQueries officerEvents,
            OutboxWriter outbox,
            DirectoryClockRepository directoryClock,
            AuditTrail audit,
            Clock clock) {
        this.plans = plans;
        this.undo = undo;
        this.units = units;
        this.unitEvents = unitEvents;
        this.officerEvents = officerEvents;
        this.outbox = outbox;
        this.directoryClock = directoryClock;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Undoes the plan in the running transaction.
     *
     * <p>Refusals: reorganisation.in-force from its day on, reorganisation.changed-since with the units about which something
     * was recorded on top of it.
     */
    void revert(Plan plan, Caller caller, IntConsumer progress) {
        var stamp = directoryClock.take(caller);
        if (!LocalDate.now(clock).isBefore(plan.head().effectiveOn())) {
            throw new Refused(Refusal.of(
                    EvaluationProblem.PLAN_IN_FORCE,
                    "day",
                    plan.head().effectiveOn().toString()));
        }
        Refused.ifAny(undo.touchedSince(plan).stream()
                .map(unit -> Refusal.of(EvaluationProblem.PLAN_CHANGED_SINCE, "unitId", unit.toString()))
                .toList());
        progress.accept(1);
        var before = units.load(plan.refs().values(), null);
        var undone = undo.undo(plan, stamp);
        progress.accept(2);
        units.listAgain(units.refresh(undone.units(), stamp), undone.officers());
        progress.accept(3);
        var restored = units.load(undone.units(), null);
        unitEvents.tell(restored.values());
        var withdrawn = new ArrayList<Unit>();
        before.forEach((id, unit) -> {
            if (!restored.containsKey(id)) {
                withdrawn.add(unit);
            }
        });
        unitEvents.tellWithdrawn(List.copyOf(withdrawn));
        officerEvents.tell(undone.officers());
        plans.reverted(plan.id(), new Plan.Mark(caller.subject(), stamp.at()));
        var after = plans.find(plan.id()).orElseThrow();
        outbox.write(new PlanEvent.Reverted(
                        after.id(),
                        after.version(),
                        after.head().effectiveOn(),
                        after.head().decision().number())
                .draft());
        audit.record(
                caller,
                new AuditTrail.Act(
                        "reorganisation.revert",
                        "reorganisations",
                        plan.id(),
                        plan.scopeUnitId(),
                        Map.of(
                                "units",
                                undone.units().size(),
                                "officers",
                                undone.officers().size())));
        progress.accept(4);
    }
}
