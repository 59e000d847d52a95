package vn.gov.hanoi.evaluation.similartask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroupApi.GroupFilter;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroupApi.GroupView;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Reads the groups of which a unit lies in the scope, with all their units: who counts together has to know with whom. */
@ApplicationScoped
class SimilarTaskGroupQueries {
    static final String PATH = "/evaluation/v1/similar-task-groups/";
    static final String KEEPER = "evaluation-keeper";

    private static final String VISIBLE = """
            exists (select from similar_task_group_units m join units_within(?) w on w.id = m.unit_id where m.group_id = g.id)""";

    private final SimilarTaskGroupRepository groups;
    private final UnitLookupQueries units;
    private final DirectoryClockRepository clock;
    private final PageQueries pages;
    private final Scopes scopes;

    SimilarTaskGroupQueries(
            SimilarTaskGroupRepository groups,
            UnitLookupQueries units,
            DirectoryClockRepository clock,
            PageQueries pages,
            Scopes scopes) {
        this.groups = groups;
        this.units = units;
        this.clock = clock;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Refusal: scope.unit-unknown. */
    void requireScope(Caller caller) {
        var _ = scopes.of(caller);
    }

    /** Groups reach across agencies, so only the City writes them. Refusals: scope.unit-unknown, scope.outside. */
    @Transactional
    UnitScope requireCity(Caller caller) {
        var scope = scopes.of(caller);
        if (!groups.isCity(scope.rootUnitId())) {
            throw new Refused(KernelProblem.SCOPE_OUTSIDE);
        }
        return scope;
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    GroupView get(UUID id, Caller caller) {
        var conditions = new Conditions(VISIBLE, scopes.of(caller)).add("g.id = ?", id);
        return groups
                .rows(new Query(
                        "select " + SimilarTaskGroupRepository.COLUMNS + " from similar_task_groups g where "
                                + conditions.sql(),
                        conditions.values(),
                        null))
                .stream()
                .findFirst()
                .map(this::view)
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** The latest first. Refusals: scope.unit-unknown, query.invalid-parameter, page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<GroupView> list(GroupFilter filter, ListParams params, Caller caller) {
        if (params.sort() != null || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", "id, descending, only");
        }
        var conditions = new Conditions(VISIBLE, scopes.of(caller));
        var unit = Params.uuid("unitId", filter.unitId());
        if (unit != null) {
            conditions.add(
                    "exists (select from similar_task_group_units m where m.group_id = g.id and m.unit_id = ?)", unit);
        }
        var day = Params.date("inForceOn", filter.inForceOn());
        if (day != null) {
            conditions.add("g.valid_from <= ? and (g.valid_to is null or g.valid_to > ?)", day, day);
        }
        var place =
                pages.place(List.of("similar-task-groups", filter, String.valueOf(caller.unitCode())), params, caller);
        var counted = params.page().count()
                ? pages.count("select 1 from similar_task_groups g", conditions, place.moment())
                : null;
        place.after().ifPresent(after -> conditions.add("g.id < ?", after.id()));
        var sql = "select %s from similar_task_groups g where %s order by g.id desc limit %d"
                .formatted(
                        SimilarTaskGroupRepository.COLUMNS,
                        conditions.sql(),
                        params.page().limit() + 1);
        var rows = groups.rows(new Query(sql, conditions.values(), place.moment()));
        var page = pages.page(rows, params.page(), place, row -> pages.keys("", row.id()));
        return PageQueries.map(PageQueries.counted(page, counted), this::view);
    }

    GroupView view(SimilarTaskGroup group) {
        var names =
                units.references(group.unitIds(), clock.moment(group.validity().from(), null));
        return new GroupView(
                group.id(),
                Etags.of(group.rowVersion()),
                group.name(),
                group.unitIds().stream()
                        .map(id -> Objects.requireNonNull(names.get(id)))
                        .toList(),
                group.validity().from(),
                group.validity().to(),
                group.decision());
    }
}
