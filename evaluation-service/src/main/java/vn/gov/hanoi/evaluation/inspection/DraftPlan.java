package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.evaluation.inspection.Inspection.Kind;
import vn.gov.hanoi.evaluation.inspection.InspectionPlan.Line;
import vn.gov.hanoi.evaluation.inspection.PlanApi.LineRequest;
import vn.gov.hanoi.evaluation.inspection.PlanApi.PlanRequest;
import vn.gov.hanoi.evaluation.text.GivenText;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Draws up the plan of a year with all its lines. */
@ApplicationScoped
class DraftPlan {
    private final PlanRepository plans;
    private final PlanQueries queries;
    private final ViewerQueries viewers;
    private final AuditTrail audit;
    private final Clock clock;

    DraftPlan(PlanRepository plans, PlanQueries queries, ViewerQueries viewers, AuditTrail audit, Clock clock) {
        this.plans = plans;
        this.queries = queries;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Refusals: scope.unit-unknown, scope.outside also for a unit in which the caller has a post, those of the document,
     * date.out-of-range, validity.empty, text.control-character.
     */
    @Transactional
    Answer draft(PlanRequest request, Caller caller) {
        var viewer = viewers.of(caller);
        var lines = request.lines();
        // The own unit may be that of the plan: the City plans for all below it.
        if (!viewers.covers(viewer, request.unitId())) {
            throw new Refused(KernelProblem.SCOPE_OUTSIDE);
        }
        var faults = new Faults().addAll(request.decision().kept().faults("/decision"));
        for (int i = 0; i < lines.size(); i++) {
            faults(faults, "/lines/" + i, lines.get(i), viewer);
        }
        Refused.ifAny(faults.all());
        var plan = new InspectionPlan(
                Ids.next(),
                request.unitId(),
                request.year(),
                false,
                request.decision().kept(),
                caller.subject(),
                1);
        plans.insert(
                plan,
                lines.stream().map(line -> line(plan.id(), line)).toList(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        // How many lines there are would tell of those that are secret.
        audit.record(
                caller,
                new AuditTrail.Act(
                        "inspection-plan.draft",
                        "inspection-plans",
                        plan.id(),
                        plan.unitId(),
                        Map.of(
                                "year",
                                plan.year(),
                                "decisionNumber",
                                plan.decision().number())));
        return Answer.created(PlanQueries.PATH + plan.id(), queries.get(plan.id(), caller), 1);
    }

    private void faults(Faults faults, String place, LineRequest line, Viewer viewer) {
        faults.date(place + "/windowFrom", line.windowFrom())
                .date(place + "/windowTo", line.windowTo())
                .add(place + "/windowTo", InspectionApi.window(line.windowFrom(), line.windowTo()))
                .add(place + "/subject", GivenText.fault(place + "/subject", line.subject()));
        if (!viewers.leads(viewer, line.unitId())) {
            faults.add(place + "/unitId", Optional.of(Refusal.of(KernelProblem.SCOPE_OUTSIDE)));
        }
    }

    private static Line line(UUID planId, LineRequest line) {
        return new Line(
                UUID.randomUUID(),
                planId,
                (line.announced() ? Kind.SCHEDULED : Kind.UNANNOUNCED).name(),
                line.unitId(),
                line.windowFrom(),
                line.windowTo(),
                GivenText.kept(line.subject()));
    }
}
