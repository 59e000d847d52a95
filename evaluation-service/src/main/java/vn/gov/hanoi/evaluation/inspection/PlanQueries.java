package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.gov.hanoi.evaluation.inspection.Inspection.Kind;
import vn.gov.hanoi.evaluation.inspection.InspectionPlan.Line;
import vn.gov.hanoi.evaluation.inspection.PlanApi.LineView;
import vn.gov.hanoi.evaluation.inspection.PlanApi.PlanAction;
import vn.gov.hanoi.evaluation.inspection.PlanApi.PlanFilter;
import vn.gov.hanoi.evaluation.inspection.PlanApi.PlanView;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Reads plans with the lines that there are for the viewer. Neither tag, order nor ids tell of a line that is not there. */
@ApplicationScoped
class PlanQueries {
    static final String PATH = "/evaluation/v1/inspection-plans/";

    private final PlanRepository plans;
    private final ViewerQueries viewers;
    private final InspectionQueries names;
    private final PageQueries pages;
    private final Scopes scopes;

    PlanQueries(
            PlanRepository plans, ViewerQueries viewers, InspectionQueries names, PageQueries pages, Scopes scopes) {
        this.plans = plans;
        this.viewers = viewers;
        this.names = names;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    PlanView get(UUID id, Caller caller) {
        var viewer = viewers.of(caller);
        var conditions = viewer.plans().add("p.id = ?", id);
        return views(plans.plans(conditions.sql(), conditions.values(), null), viewer, caller).stream()
                .findFirst()
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** The latest year first. Refusals: scope.unit-unknown, query.invalid-parameter, page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<PlanView> list(PlanFilter filter, ListParams params, Caller caller) {
        InspectionQueries.unsorted(params, "year, descending, only");
        var viewer = viewers.of(caller);
        var conditions = viewer.plans().years("p.year", filter.year());
        var place = pages.place(List.of("inspection-plans", filter, viewer.binding()), params, caller);
        var counted = params.page().count()
                ? pages.count("select 1 from inspection_plans p", conditions, place.moment())
                : null;
        place.after()
                .ifPresent(
                        after -> conditions.add("(p.year, p.id) < (?, ?)", Integer.valueOf(after.key()), after.id()));
        var rows = plans.plans(
                "%s order by p.year desc, p.id desc limit %d"
                        .formatted(conditions.sql(), params.page().limit() + 1),
                conditions.values(),
                place.moment());
        var page = pages.page(rows, params.page(), place, row -> pages.keys(String.valueOf(row.year()), row.id()));
        var shown = new HashMap<UUID, PlanView>();
        views(page.items(), viewer, caller).forEach(view -> shown.put(view.id(), view));
        return PageQueries.map(PageQueries.counted(page, counted), row -> Objects.requireNonNull(shown.get(row.id())));
    }

    private List<PlanView> views(List<InspectionPlan> rows, Viewer viewer, Caller caller) {
        var lines = plans.lines(rows.stream().map(InspectionPlan::id).toList(), viewer);
        var units = names.units(Stream.concat(
                        rows.stream().map(InspectionPlan::unitId),
                        lines.stream().map(Line::unitId))
                .toList());
        return rows.stream()
                .map(row -> new PlanView(
                        row.id(),
                        Etags.of(row.rowVersion()),
                        Objects.requireNonNull(units.get(row.unitId())),
                        row.year(),
                        row.approved(),
                        row.decision(),
                        lines.stream()
                                .filter(line -> line.planId().equals(row.id()))
                                .map(line -> line(line, Objects.requireNonNull(units.get(line.unitId()))))
                                .toList(),
                        List.of(action(row, viewer, caller))))
                .toList();
    }

    private static LineView line(Line line, UnitReference unit) {
        return new LineView(
                line.id(), line.kind().equals(Kind.SCHEDULED.name()), unit, line.from(), line.to(), line.subject());
    }

    private PlanAction action(InspectionPlan plan, Viewer viewer, Caller caller) {
        var blocked = blockers(plan, viewer, caller).stream()
                .map(refusal -> refusal.code().code())
                .toList();
        return new PlanAction("approve", PATH + plan.id() + "/actions/approve", blocked.isEmpty(), blocked);
    }

    /** Refusals: auth.role-missing, scope.outside, authority.own-act for who drafted it, inspection.plan-approved. */
    List<Refusal> blockers(InspectionPlan plan, Viewer viewer, Caller caller) {
        if (!viewer.leads()) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        if (!scopes.contains(viewer.scope(), plan.unitId())) {
            return List.of(Refusal.of(KernelProblem.SCOPE_OUTSIDE));
        }
        if (plan.approved()) {
            return List.of(Refusal.of(EvaluationProblem.INSPECTION_PLAN_APPROVED));
        }
        return plan.draftedBy().equals(caller.subject()) ? List.of(Refusal.of(KernelProblem.OWN_ACT)) : List.of();
    }
}
