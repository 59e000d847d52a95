package vn.gov.hanoi.evaluation.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import vn.gov.hanoi.evaluation.officer.OfficerEventQueries;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Kind;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.unit.Unit;
import vn.gov.hanoi.evaluation.unit.UnitEventQueries;
import vn.gov.hanoi.evaluation.unit.UnitRepository;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Applies a plan: units, lineage, posts, delegations, events and audit in one transaction. */
@ApplicationScoped
class ApplyPlan {
    private final PlanRepository plans;
    private final PlanFactsQueries factsQueries;
    private final PlanPostRepository posts;
    private final UnitRepository units;
    private final UnitEventQueries unitEvents;
    private final OfficerEventQueries officerEvents;
    private final OutboxWriter outbox;
    private final DirectoryClockRepository clock;
    private final Scopes scopes;
    private final AuditTrail audit;

    ApplyPlan(
            PlanRepository plans,
            PlanFactsQueries factsQueries,
            PlanPostRepository posts,
            UnitRepository units,
            UnitEventQueries unitEvents,
            OfficerEventQueries officerEvents,
            OutboxWriter outbox,
            DirectoryClockRepository clock,
            Scopes scopes,
            AuditTrail audit) {
        this.plans = plans;
        this.factsQueries = factsQueries;
        this.posts = posts;
        this.units = units;
        this.unitEvents = unitEvents;
        this.officerEvents = officerEvents;
        this.outbox = outbox;
        this.clock = clock;
        this.scopes = scopes;
        this.audit = audit;
    }

    /**
     * Applies the plan in the running transaction.
     *
     * <p>Refusals: those of {@link PlanCheck#faults}, unit.cycle, unit.parent-not-in-force.
     *
     * @param progress told after each of the steps
     */
    void apply(Plan plan, Caller caller, IntConsumer progress) {
        var stamp = clock.take(caller);
        var day = plan.head().effectiveOn();
        var facts = factsQueries.of(plan.content(), day, plan.refs(), scopes.of(caller));
        var moves = new Placements(plan.content(), plan.refs()).of(facts.posts());
        Refused.ifAny(PlanCheck.faults(plan.content(), day, facts, moves));
        progress.accept(1);

        var planned = PlannedUnits.of(plan.content(), day, plan.refs(), facts.units());
        units.insertAll(planned.made(), stamp, plan.id());
        var moved = units.updateAll(planned.changed(), stamp, plan.id());
        posts.succeed(plan, stamp);
        progress.accept(2);

        var officers = posts.move(plan, moves, stamp);
        units.listAgain(moved, officers);
        var dissolved = plan.content().units().stream()
                .filter(change -> change.change() == Kind.DISSOLVE)
                .map(PlanContent.UnitChange::unitId)
                .collect(Collectors.toSet());
        posts.endDelegations(plan, dissolved, stamp);
        progress.accept(3);

        unitEvents.tell(touched(plan, planned));
        officerEvents.tell(officers);
        plans.applied(plan.id(), new Plan.Mark(caller.subject(), stamp.at()));
        outbox.write(PlanEvent.applied(plans.find(plan.id()).orElseThrow()).draft());
        audit.record(
                caller,
                new AuditTrail.Act(
                        "reorganisation.apply",
                        "reorganisations",
                        plan.id(),
                        plan.scopeUnitId(),
                        Map.of(
                                "decision", plan.head().decision().number(),
                                "made", planned.made().size(),
                                "changed", planned.changed().size(),
                                "posts", moves.size())));
        progress.accept(4);
    }

    /** Made and changed units, and those that give or take a share. */
    private List<Unit> touched(Plan plan, PlannedUnits planned) {
        var told = planned.made().stream().collect(Collectors.toMap(Unit::id, each -> each));
        planned.changed().forEach(change -> told.put(change.after().id(), change.after()));
        var others = new ArrayList<UUID>();
        for (var each : plan.content().successions()) {
            others.add(each.fromUnitId());
            if (each.toUnitId() != null) {
                others.add(each.toUnitId());
            }
        }
        others.removeAll(told.keySet());
        told.putAll(units.load(others, null));
        return List.copyOf(told.values());
    }
}
