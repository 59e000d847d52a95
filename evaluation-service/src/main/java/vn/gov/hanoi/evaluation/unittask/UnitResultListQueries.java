package vn.gov.hanoi.evaluation.unittask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.UnitResultFilter;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.UnitResultSummary;
import vn.gov.hanoi.evaluation.unittask.UnitResultApi.UnitResultView;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Reads of results; a caller sees those of units in the own scope. */
@ApplicationScoped
class UnitResultListQueries {
    private static final String IN_SCOPE = "r.unit_id in (select id from units_within(?)) and r.superseded_at is null";
    private static final String SORT = "period";

    private final UnitResultRepository results;
    private final UnitResultViews views;
    private final Scopes scopes;
    private final PageQueries pages;

    UnitResultListQueries(UnitResultRepository results, UnitResultViews views, Scopes scopes, PageQueries pages) {
        this.results = results;
        this.views = views;
        this.scopes = scopes;
        this.pages = pages;
    }

    /** Refusals: resource.not-found, scope.unit-unknown. */
    @Transactional
    UnitResultView get(UUID id, Caller caller) {
        return views.full(require(id, caller), caller);
    }

    /** Refusals: resource.not-found for what is not the caller's to know, scope.unit-unknown. */
    @Transactional
    UnitResult require(UUID id, Caller caller) {
        var scope = scopes.of(caller);
        return results.find(id)
                .filter(found -> scopes.contains(scope, found.unitId()))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** By the first day of the period. Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    Page<UnitResultSummary> list(UnitResultFilter filter, ListParams params, Caller caller) {
        if (params.sort() != null && !params.sort().equals(SORT) || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", SORT);
        }
        var scope = scopes.of(caller);
        var place = pages.place(List.of("unit-results", filter, scope), params, caller);
        filter.level().forEach(each -> Params.oneOf(Grade.class, "level", each));
        var conditions = new Conditions(IN_SCOPE, scope)
                .anyOf("r.level", "level", filter.level())
                .units("r.unit_id %s", filter.unitId(), filter.unitScope());
        if (filter.period() != null) {
            var period = Periods.parse(filter.period())
                    .orElseThrow(() -> Params.invalid("period", "2026-07, 2026-Q3 or 2026"));
            conditions.add(
                    "r.period_type = ? and r.period_from = ?", period.type().name(), period.from());
        }
        var counted =
                params.page().count() ? pages.count("select 1 from unit_results r", conditions, place.moment()) : null;
        place.after()
                .ifPresent(after ->
                        conditions.add("(r.period_from, r.id) > (?, ?)", LocalDate.parse(after.key()), after.id()));
        var sql = "select %s from unit_results r where %s order by r.period_from, r.id limit %d"
                .formatted(
                        UnitResultRepository.COLUMNS,
                        conditions.sql(),
                        params.page().limit() + 1);
        var page = pages.page(
                results.results(new Query(sql, conditions.values(), place.moment())),
                params.page(),
                place,
                result -> pages.keys(result.period().from().toString(), result.id()));
        return PageQueries.counted(PageQueries.map(page, UnitResultViews::summary), counted);
    }
}
