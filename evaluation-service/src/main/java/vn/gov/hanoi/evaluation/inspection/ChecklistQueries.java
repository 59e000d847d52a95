package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.inspection.ChecklistApi.ChecklistAction;
import vn.gov.hanoi.evaluation.inspection.ChecklistApi.ChecklistFilter;
import vn.gov.hanoi.evaluation.inspection.ChecklistApi.ChecklistTitle;
import vn.gov.hanoi.evaluation.inspection.ChecklistApi.ChecklistView;
import vn.gov.hanoi.evaluation.inspection.ChecklistApi.ItemView;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Title;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Reads checklists: they belong to the City, and say nothing of who is asked. */
@ApplicationScoped
class ChecklistQueries {
    static final String PATH = "/evaluation/v1/checklists/";

    private static final String VISIBLE = "?::uuid is not null and (c.published_at is not null or ?)";

    private final ChecklistRepository checklists;
    private final ViewerQueries viewers;
    private final PageQueries pages;

    ChecklistQueries(ChecklistRepository checklists, ViewerQueries viewers, PageQueries pages) {
        this.checklists = checklists;
        this.viewers = viewers;
        this.pages = pages;
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    ChecklistView get(UUID id, Caller caller) {
        var conditions = visible(viewers.of(caller)).add("c.id = ?", id);
        return checklists.rows(conditions.sql(), conditions.values()).stream()
                .findFirst()
                .map(each -> view(each, caller))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** The latest first. Refusals: scope.unit-unknown, query.invalid-parameter, page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<ChecklistView> list(ChecklistFilter filter, ListParams params, Caller caller) {
        InspectionQueries.unsorted(params, "id, descending, only");
        var viewer = viewers.of(caller);
        var conditions = visible(viewer).anyOf("c.code", "code", filter.code());
        var place = pages.place(List.of("checklists", filter, viewer.binding()), params, caller);
        var counted =
                params.page().count() ? pages.count("select 1 from checklists c", conditions, place.moment()) : null;
        place.after().ifPresent(after -> conditions.add("c.id < ?", after.id()));
        var rows = checklists.rows(
                "%s order by c.id desc limit %d"
                        .formatted(conditions.sql(), params.page().limit() + 1),
                conditions.values());
        var page = pages.page(rows, params.page(), place, row -> pages.keys("", row.id()));
        return PageQueries.map(PageQueries.counted(page, counted), row -> view(row, caller));
    }

    private static Conditions visible(Viewer viewer) {
        return new Conditions(VISIBLE, viewer.scope(), viewer.leads());
    }

    ChecklistView view(Checklist checklist, Caller caller) {
        var blocked = new ArrayList<String>();
        if (!caller.roles().contains(InspectionRoles.LEAD)) {
            blocked.add(KernelProblem.FORBIDDEN.code());
        }
        if (checklist.isPublished()) {
            blocked.add(EvaluationProblem.CHECKLIST_PUBLISHED.code());
        }
        return new ChecklistView(
                checklist.id(),
                Etags.of(checklist.rowVersion()),
                checklist.code(),
                checklist.version(),
                title(checklist.title()),
                checklist.items().stream()
                        .map(item -> new ItemView(item.code(), item.area(), title(item.question())))
                        .toList(),
                checklist.publishedAt(),
                List.of(new ChecklistAction(
                        "publish", PATH + checklist.id() + "/actions/publish", blocked.isEmpty(), blocked)));
    }

    private static ChecklistTitle title(Title title) {
        return new ChecklistTitle(title.vi(), title.en());
    }
}
