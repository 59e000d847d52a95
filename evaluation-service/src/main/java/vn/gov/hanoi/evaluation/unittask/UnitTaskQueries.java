package vn.gov.hanoi.evaluation.unittask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.UnitTaskFilter;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.UnitTaskSummary;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.UnitTaskView;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Reads of tasks; a caller sees those of units in the own scope. */
@ApplicationScoped
class UnitTaskQueries {
    private static final String IN_SCOPE = "t.unit_id in (select id from units_within(?))";
    private static final String SORT = "dueOn";
    private static final String KEY = "(to_char(t.due_on, 'YYYY-MM-DD'), t.id)";
    private static final String OF_PERIOD = "(t.due_on between ? and ? or t.finished_on between ? and ?)";

    private final UnitTaskRepository tasks;
    private final TaskGuard guard;
    private final Scopes scopes;
    private final PageQueries pages;
    private final ProblemTexts texts;

    UnitTaskQueries(UnitTaskRepository tasks, TaskGuard guard, Scopes scopes, PageQueries pages, ProblemTexts texts) {
        this.tasks = tasks;
        this.guard = guard;
        this.scopes = scopes;
        this.pages = pages;
        this.texts = texts;
    }

    /** Refusals: resource.not-found, scope.unit-unknown. */
    @Transactional
    UnitTaskView get(UUID id, Caller caller) {
        return view(require(id, caller), caller);
    }

    /** Refusals: resource.not-found for what is not the caller's to know, scope.unit-unknown. */
    @Transactional
    UnitTask require(UUID id, Caller caller) {
        var scope = scopes.of(caller);
        return tasks.find(id)
                .filter(found -> scopes.contains(scope, found.unitId()))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    UnitTaskView view(UnitTask task, Caller caller) {
        return UnitTaskViews.full(task, tasks.history(task.id()), act -> guard.refusals(act, task, caller), texts);
    }

    /** By due day. Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    Page<UnitTaskSummary> list(UnitTaskFilter filter, ListParams params, Caller caller) {
        if (params.sort() != null && !params.sort().equals(SORT) || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", SORT);
        }
        var scope = scopes.of(caller);
        var place = pages.place(List.of("unit-tasks", filter, scope), params, caller);
        filter.state().forEach(each -> Params.oneOf(TaskState.class, "state", each));
        var conditions = new Conditions(IN_SCOPE, scope)
                .anyOf("t.state", "state", filter.state())
                .units("t.unit_id %s", filter.unitId(), filter.unitScope());
        var period = period(filter.period());
        if (period != null) {
            conditions.add(OF_PERIOD, period.from(), period.last(), period.from(), period.last());
        }
        var counted =
                params.page().count() ? pages.count("select 1 from unit_tasks t", conditions, place.moment()) : null;
        place.after().ifPresent(after -> conditions.after(KEY, after.key(), after.id()));
        var sql = "select %s from unit_tasks t where %s order by to_char(t.due_on, 'YYYY-MM-DD'), t.id limit %d"
                .formatted(
                        UnitTaskRepository.COLUMNS,
                        conditions.sql(),
                        params.page().limit() + 1);
        var page = pages.page(
                tasks.tasks(new Query(sql, conditions.values(), place.moment())),
                params.page(),
                place,
                task -> pages.keys(task.dueOn().toString(), task.id()));
        return PageQueries.counted(PageQueries.map(page, UnitTaskViews::summary), counted);
    }

    private static @Nullable Period period(@Nullable String text) {
        return text == null
                ? null
                : Period.parse(text).orElseThrow(() -> Params.invalid("period", "2026-07, 2026-Q3 or 2026"));
    }
}
