package vn.gov.hanoi.training.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
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
import vn.gov.hanoi.training.plan.PlanDecisionApi.BlockView;
import vn.gov.hanoi.training.plan.PlanDecisionApi.BudgetView;
import vn.gov.hanoi.training.plan.PlanDecisionApi.LineView;
import vn.gov.hanoi.training.plan.PlanDecisionApi.PlanDecisionSummary;
import vn.gov.hanoi.training.plan.PlanDecisionApi.PlanDecisionView;
import vn.gov.hanoi.training.plan.PlanDecisionApi.SignedDecisionView;

/** Reads plan decisions; readable as the plan is. */
@ApplicationScoped
class PlanDecisionQueries {
    private static final String COLUMNS = """
            d.id, d.version, d.plan_id, p.year, d.kind, d.number, d.signed_on, d.issuer_unit_id, d.issuer_code, d.issuer_name,
            d.legal_basis, d.created_at""";
    private static final String FROM = "plan_decisions d join plans p on p.id = d.plan_id";
    private static final String CONTENT = """
            select b.id as block_id, b.code as block_code, b.name as block_name, b.funding_source,
                case when b.decision_id = :decision and b.opened_by is not null then 'PENDING_APPROVAL' else b.status end as block_status,
                (select cast(coalesce(sum(n.budget_vnd), 0) as bigint) from plan_budget_versions n join plan_budgets g on g.id = n.budget_id
                    where n.decision_id = :decision and g.block_id = b.id) as budget_vnd,
                l.id, l.code, l.name, v.classes, v.places, v.status, w.classes as classes_before, w.places as places_before
            from plan_line_versions v join plan_lines l on l.id = v.line_id join plan_blocks b on b.id = l.block_id
                left join plan_line_versions w on w.line_id = v.line_id and w.number = v.number - 1
            where v.decision_id = :decision order by l.position""";
    private static final String BUDGETS = """
            select b.code as block, g.unit_id, g.unit_code, g.unit_name, v.budget_vnd, coalesce(w.budget_vnd, 0) as before_vnd
            from plan_budget_versions v join plan_budgets g on g.id = v.budget_id join plan_blocks b on b.id = g.block_id
                left join plan_budget_versions w on w.budget_id = v.budget_id and w.number = v.number - 1
            where v.decision_id = :decision order by b.position, g.unit_code, g.id""";

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final Scopes scopes;

    PlanDecisionQueries(EntityManager entities, KeysetQueries pages, Scopes scopes) {
        this.entities = entities;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Filters; null means any. */
    record Filter(@Nullable UUID planId, @Nullable Integer year) {}

    /** Decisions, newest signature first. */
    @Transactional
    Page<PlanDecisionSummary> page(Filter filter, Caller caller, PageRequest request) {
        var query = new ListQuery(COLUMNS, FROM)
                .filter(PlanQueries.READABLE, "scope", scopes.of(caller).rootUnitId())
                .filter("d.plan_id = :plan", "plan", filter.planId())
                .filter("p.year = :year", "year", filter.year())
                .order(
                        "d.signed_on desc, d.id desc",
                        "(d.signed_on, d.id) < (cast(:after0 as date), cast(:after1 as uuid))");
        return pages.page(
                query,
                "listPlanDecisions|" + filter,
                request,
                new Shape<>(
                        PlanDecisionQueries::summary,
                        item -> List.of(
                                item.decision().signedOn().toString(), item.id().toString())));
    }

    /** Refusal: resource.not-found. */
    @Transactional
    PlanDecisionView one(UUID id, Caller caller) {
        var sql = "select " + COLUMNS + " from " + FROM + " where d.id = :id and " + PlanQueries.READABLE;
        var row = (Tuple) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        var found = Optional.ofNullable(row).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var blocks = blocks(id);
        var budgets = budgets(id);
        var summary = summary(found);
        return new PlanDecisionView(
                id,
                summary.planId(),
                summary.year(),
                summary.kind(),
                summary.decision(),
                found.get("legal_basis", String.class),
                blocks,
                budgets,
                totals(blocks, budgets),
                summary.recordedAt());
    }

    @SuppressWarnings("unchecked")
    private List<BlockView> blocks(UUID decisionId) {
        var rows = (List<Tuple>) entities.createNativeQuery(CONTENT, Tuple.class)
                .setParameter("decision", decisionId)
                .getResultList();
        var blocks = new LinkedHashMap<UUID, BlockView>();
        for (var row : rows) {
            blocks.computeIfAbsent(row.get("block_id", UUID.class), id -> block(id, row))
                    .lines()
                    .add(line(row));
        }
        return List.copyOf(blocks.values());
    }

    @SuppressWarnings("unchecked")
    private List<BudgetView> budgets(UUID decisionId) {
        var rows = (List<Tuple>) entities.createNativeQuery(BUDGETS, Tuple.class)
                .setParameter("decision", decisionId)
                .getResultList();
        return rows.stream().map(PlanDecisionQueries::budget).toList();
    }

    private static BudgetView budget(Tuple row) {
        var unit = new UnitRef(
                row.get("unit_id", UUID.class), row.get("unit_code", String.class), row.get("unit_name", String.class));
        return new BudgetView(
                row.get("block", String.class),
                unit,
                row.get("budget_vnd", Long.class),
                row.get("before_vnd", Long.class));
    }

    private static PlanTotals totals(List<BlockView> blocks, List<BudgetView> budgets) {
        long classes = 0;
        long places = 0;
        long budget = 0;
        for (var each : budgets) {
            budget = Math.addExact(budget, each.budgetVnd());
        }
        for (var block : blocks) {
            for (var line : block.lines()) {
                classes += Objects.requireNonNullElse(line.classes(), 0);
                places += Objects.requireNonNullElse(line.places(), 0);
            }
        }
        return new PlanTotals(classes, places, budget);
    }

    private static PlanDecisionSummary summary(Tuple row) {
        var issuer = new UnitRef(
                row.get("issuer_unit_id", UUID.class),
                row.get("issuer_code", String.class),
                row.get("issuer_name", String.class));
        return new PlanDecisionSummary(
                row.get("id", UUID.class),
                Etags.of(row.get("version", Long.class)),
                row.get("plan_id", UUID.class),
                row.get("year", Integer.class),
                row.get("kind", String.class),
                new SignedDecisionView(row.get("number", String.class), row.get("signed_on", LocalDate.class), issuer),
                row.get("created_at", Instant.class));
    }

    private static BlockView block(UUID id, Tuple row) {
        return new BlockView(
                id,
                row.get("block_code", String.class),
                row.get("block_name", String.class),
                row.get("funding_source", String.class),
                row.get("budget_vnd", Long.class),
                row.get("block_status", String.class),
                new ArrayList<>());
    }

    private static LineView line(Tuple row) {
        return new LineView(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("classes", Integer.class),
                row.get("places", Integer.class),
                row.get("classes_before", Integer.class),
                row.get("places_before", Integer.class),
                row.get("status", String.class));
    }
}
