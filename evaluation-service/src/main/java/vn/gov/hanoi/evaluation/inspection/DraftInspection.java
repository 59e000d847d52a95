package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.evaluation.inspection.Inspection.Kind;
import vn.gov.hanoi.evaluation.inspection.Inspection.State;
import vn.gov.hanoi.evaluation.inspection.Inspection.Window;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.CreateRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Draws up an inspection by plan or unannounced (ban hành quyết định kiểm tra). Nothing of it is told to anybody. */
@ApplicationScoped
class DraftInspection {
    private final InspectionRepository inspections;
    private final PlanRepository plans;
    private final ChecklistRepository checklists;
    private final TeamQueries teams;
    private final ViewerQueries viewers;
    private final InspectionJournal journal;
    private final InspectionViews views;
    private final Clock clock;

    DraftInspection(
            InspectionRepository inspections,
            PlanRepository plans,
            ChecklistRepository checklists,
            TeamQueries teams,
            ViewerQueries viewers,
            InspectionJournal journal,
            InspectionViews views,
            Clock clock) {
        this.inspections = inspections;
        this.plans = plans;
        this.checklists = checklists;
        this.teams = teams;
        this.viewers = viewers;
        this.journal = journal;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Refusals: scope.unit-unknown, scope.outside also for a unit in which the caller has a post, those of the document, date.out-of-range,
     * validity.empty, inspection.checklist-not-published, inspection.plan-line-mismatch, those of {@link TeamQueries#faults},
     * inspection.plan-line-taken.
     */
    @Transactional
    Answer draft(CreateRequest request, Caller caller) {
        var viewer = viewers.of(caller);
        if (!viewers.leads(viewer, request.unitId())) {
            throw new Refused(KernelProblem.SCOPE_OUTSIDE);
        }
        var members = InspectionApi.members(request.members());
        var kind = request.announced() ? Kind.SCHEDULED : Kind.UNANNOUNCED;
        Refused.ifAny(new Faults()
                .date("/windowFrom", request.windowFrom())
                .date("/windowTo", request.windowTo())
                .add("/windowTo", InspectionApi.window(request.windowFrom(), request.windowTo()))
                .addAll(request.mandate().kept().faults("/mandate"))
                .addAll(checklists.faults(request.checklistId()))
                .addAll(line(request, kind, viewer))
                .addAll(teams.faults(request.unitId(), members, List.of()))
                .all());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var inspection = new Inspection(
                id(kind),
                request.planLineId(),
                null,
                kind,
                request.unitId(),
                State.DRAFT,
                new Window(request.windowFrom(), request.windowTo()),
                request.mandate().kept(),
                request.checklistId(),
                members,
                null,
                null,
                1);
        inspections.insert(inspection, caller.subject(), now);
        journal.record("create", inspection, Map.of("kind", kind.name(), "members", members.size()), caller);
        return Answer.created(InspectionViews.PATH + inspection.id(), views.full(inspection.id(), caller), 1);
    }

    /** The id of an unannounced one says nothing of the time at which it was made, not even when it is known. */
    private static UUID id(Kind kind) {
        return kind == Kind.UNANNOUNCED ? UUID.randomUUID() : Ids.next();
    }

    private List<Refusal> line(CreateRequest request, Kind kind, Viewer viewer) {
        var lineId = request.planLineId();
        boolean fits = lineId == null
                || plans.line(lineId, viewer)
                        .filter(line -> line.unitId().equals(request.unitId())
                                && line.kind().equals(kind.name()))
                        .isPresent();
        return fits
                ? List.of()
                : List.of(Refusal.of(EvaluationProblem.INSPECTION_PLAN_LINE).at("/planLineId"));
    }
}
