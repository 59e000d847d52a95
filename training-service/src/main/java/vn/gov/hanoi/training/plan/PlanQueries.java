package vn.gov.hanoi.training.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;
import vn.gov.hanoi.training.plan.PlanApi.PlanBlockView;
import vn.gov.hanoi.training.plan.PlanApi.PlanView;

/** Reads plans. A plan is public inside the administration: whoever is above or below its unit may read it. */
@ApplicationScoped
class PlanQueries {
    /** The plan's unit is inside the caller's scope, or the caller is inside the plan's unit. */
    static final String READABLE =
            "p.unit_id in (select id from units_within(:scope) union select id from units_above(:scope))";

    private static final String COLUMNS = "p.id, p.version, p.year, p.unit_id, p.unit_code, p.unit_name, p.closed_by";
    private static final String BLOCKS = """
            select b.id, b.plan_id, b.code, b.name, b.funding_source,
                case when o.signed_on > :day or o.created_at > :known then 'PENDING_APPROVAL' else b.status end as status,
                q.classes, q.places, coalesce(m.budget_vnd, 0) as budget_vnd
            from plan_blocks b left join plan_decisions o on o.id = b.opened_by
                join (select l.block_id, sum(v.classes) as classes, sum(v.places) as places
                    from plan_lines_at(:day, :known) v join plan_lines l on l.id = v.line_id
                    where l.plan_id in (:plans) group by l.block_id) q on q.block_id = b.id
                left join (select g.block_id, cast(sum(v.budget_vnd) as bigint) as budget_vnd
                    from plan_budgets_at(:day, :known) v join plan_budgets g on g.id = v.budget_id
                    where g.plan_id in (:plans) group by g.block_id) m on m.block_id = b.id
            where b.plan_id in (:plans) order by b.plan_id, b.position""";
    private static final String OPEN = """
            select (select count(*) from classes c where c.plan_id = :plan and c.state in ('OPENED', 'RUNNING')) as classes,
                (select count(*) from accounts a where a.plan_id = :plan and a.state <> 'CLOSED') as accounts,
                (select coalesce(sum(committed_vnd), 0) from accounts a where a.plan_id = :plan) as committed_vnd""";

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final Scopes scopes;

    PlanQueries(EntityManager entities, KeysetQueries pages, Scopes scopes) {
        this.entities = entities;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Plans, newest year first. */
    @Transactional
    Page<PlanView> page(@Nullable Integer year, Caller caller, PageRequest request) {
        var query = new ListQuery(COLUMNS, "plans p")
                .filter(READABLE, "scope", scopes.of(caller).rootUnitId())
                .filter("p.year = :year", "year", year)
                .order("p.year desc, p.id desc", "(p.year, p.id) < (cast(:after0 as int), cast(:after1 as uuid))");
        var page = pages.page(
                query,
                "listPlans|" + year,
                request,
                new Shape<>(
                        PlanQueries::plan,
                        item -> List.of(String.valueOf(item.year()), item.id().toString())));
        return new Page<>(withBlocks(page.items(), PlanTime.NEWEST), page.page(), page.time());
    }

    /** The plan with its newest figures. Refusal: resource.not-found. */
    PlanView one(UUID id, Caller caller) {
        return one(id, PlanTime.NEWEST, caller);
    }

    /** The plan with the figures of the time; blocks that were not there yet are left out. Refusal: resource.not-found. */
    @Transactional
    PlanView one(UUID id, PlanTime time, Caller caller) {
        var sql = "select " + COLUMNS + " from plans p where p.id = :id and " + READABLE;
        var row = (Tuple) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(row)
                .map(found -> withBlocks(List.of(plan(found)), time).getFirst())
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** What of a plan is still open. */
    record OpenThings(long classes, long accounts, long committedVnd) {}

    @Transactional
    OpenThings open(UUID planId) {
        var row = (Tuple) entities.createNativeQuery(OPEN, Tuple.class)
                .setParameter("plan", planId)
                .getSingleResult();
        return new OpenThings(
                row.get("classes", Long.class),
                row.get("accounts", Long.class),
                row.get("committed_vnd", Number.class).longValue());
    }

    @SuppressWarnings("unchecked")
    private List<PlanView> withBlocks(List<PlanView> plans, PlanTime time) {
        if (plans.isEmpty()) {
            return plans;
        }
        var ids = plans.stream().map(PlanView::id).toList();
        var rows = (List<Tuple>)
                time.bind(entities.createNativeQuery(BLOCKS, Tuple.class).setParameter("plans", ids))
                        .getResultList();
        Map<UUID, List<PlanBlockView>> blocks = new LinkedHashMap<>();
        for (var row : rows) {
            blocks.computeIfAbsent(row.get("plan_id", UUID.class), _ -> new ArrayList<>())
                    .add(block(row));
        }
        return plans.stream()
                .map(plan -> plan.withBlocks(blocks.getOrDefault(plan.id(), List.of())))
                .toList();
    }

    private static PlanView plan(Tuple row) {
        var unit = new UnitRef(
                row.get("unit_id", UUID.class), row.get("unit_code", String.class), row.get("unit_name", String.class));
        return new PlanView(
                row.get("id", UUID.class),
                Etags.of(row.get("version", Long.class)),
                row.get("year", Integer.class),
                row.get("closed_by") == null ? "OPEN" : "CLOSED",
                unit,
                List.of(),
                PlanTotals.NONE,
                null);
    }

    private static PlanBlockView block(Tuple row) {
        return new PlanBlockView(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("funding_source", String.class),
                row.get("status", String.class),
                row.get("classes", Long.class),
                row.get("places", Long.class),
                row.get("budget_vnd", Long.class));
    }
}
