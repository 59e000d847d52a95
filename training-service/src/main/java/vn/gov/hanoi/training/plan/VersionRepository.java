package vn.gov.hanoi.training.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.training.directory.KnownUnit;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.plan.PlanDecisionApi.LineRequest;
import vn.gov.hanoi.training.plan.PlanStanding.Block;
import vn.gov.hanoi.training.plan.PlanStanding.Budget;
import vn.gov.hanoi.training.plan.PlanStanding.BudgetKey;
import vn.gov.hanoi.training.plan.PlanStanding.Line;

/**
 * Locks plans and adds versions of their lines and budgets. Plan, then lines, then accounts: the order in which a class locks
 * them too, so that no two wait for each other.
 */
@ApplicationScoped
class VersionRepository {
    private static final String LOCK = """
            update plans p set version = version + 1 where year = :year
            returning p.id, p.version, p.unit_id, p.closed_by, (select max(signed_on) from plan_decisions d where d.plan_id = p.id) as signed_on""";
    private static final String BLOCKS =
            "select id, code, funding_source, status from plan_blocks where plan_id = :plan order by position";
    private static final String LINES = """
            select l.id, l.code, b.code as block, l.status, l.classes, l.places, l.opened_classes, l.opened_places
            from plan_lines l join plan_blocks b on b.id = l.block_id where l.plan_id = :plan order by l.id for update of l""";
    private static final String BUDGETS = """
            select b.code as block, g.unit_id, g.account_id, g.budget_vnd,
                greatest(0, g.budget_vnd - (a.allocated_vnd - a.committed_vnd - a.spent_vnd - a.returned_vnd)) as bound_vnd
            from plan_budgets g join plan_blocks b on b.id = g.block_id join accounts a on a.id = g.account_id
            where g.plan_id = :plan order by a.id for no key update of a""";
    private static final String FIRST_VERSIONS = """
            insert into plan_line_versions (line_id, number, decision_id, status, classes, places, valid_from, recorded_at)
            select l.id, 1, d.id, l.status, l.classes, l.places, d.signed_on, d.created_at
            from plan_lines l join plan_decisions d on d.id = :decision
            where l.plan_id = d.plan_id and not exists (select 1 from plan_line_versions v where v.line_id = l.id)""";
    private static final String SET_LINE = """
            with line as (
                update plan_lines set status = 'ASSIGNED', classes = :classes, places = :places, version = version + 1
                where id = :line returning id, status, classes, places)
            insert into plan_line_versions (line_id, number, decision_id, status, classes, places, valid_from, recorded_at)
            select line.id, (select max(number) + 1 from plan_line_versions v where v.line_id = line.id), d.id, line.status,
                line.classes, line.places, d.signed_on, d.created_at
            from line join plan_decisions d on d.id = :decision""";
    private static final String ADD_BUDGET = """
            insert into plan_budgets (id, plan_id, block_id, unit_id, unit_code, unit_name, account_id, budget_vnd, number)
            values (:id, :plan, :block, :unit, :code, :name, :account, 0, 0)""";
    private static final String SET_BUDGET = """
            with budget as (
                update plan_budgets set budget_vnd = :amount, number = number + 1
                where block_id = :block and unit_id = :unit returning id, number, budget_vnd)
            insert into plan_budget_versions (budget_id, number, decision_id, budget_vnd, valid_from, recorded_at)
            select budget.id, budget.number, d.id, budget.budget_vnd, d.signed_on, d.created_at
            from budget join plan_decisions d on d.id = :decision""";
    private static final String SUM_BLOCKS = """
            update plan_blocks b set version = version + 1, budget_vnd = s.budget_vnd
            from (select block_id, sum(budget_vnd) as budget_vnd from plan_budgets where plan_id = :plan group by block_id) s
            where b.id = s.block_id and b.budget_vnd <> s.budget_vnd""";
    private static final String OPEN_BLOCK =
            "update plan_blocks set status = 'ASSIGNED', opened_by = :decision, version = version + 1 where id = :block";

    private final EntityManager entities;

    VersionRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The plan of the year with everything that a decision starts from; empty if the year has none. */
    Optional<LockedPlan> lock(int year) {
        var row = (Tuple) entities.createNativeQuery(LOCK, Tuple.class)
                .setParameter("year", year)
                .getSingleResultOrNull();
        return Optional.ofNullable(row).map(found -> locked(year, found));
    }

    private LockedPlan locked(int year, Tuple plan) {
        var id = plan.get("id", UUID.class);
        var unitId = plan.get("unit_id", UUID.class);
        var blockIds = new HashMap<String, UUID>();
        var blocks = new LinkedHashMap<String, Block>();
        for (var row : rows(BLOCKS, id)) {
            var code = row.get("code", String.class);
            blockIds.put(code, row.get("id", UUID.class));
            blocks.put(code, new Block(code, source(row), status(row)));
        }
        var lineIds = new HashMap<String, UUID>();
        var lines = new LinkedHashMap<String, Line>();
        for (var row : rows(LINES, id)) {
            var code = row.get("code", String.class);
            lineIds.put(code, row.get("id", UUID.class));
            lines.put(code, line(code, row));
        }
        var accounts = new HashMap<BudgetKey, UUID>();
        var budgets = new LinkedHashMap<BudgetKey, Budget>();
        for (var row : rows(BUDGETS, id)) {
            var key = new BudgetKey(row.get("block", String.class), row.get("unit_id", UUID.class));
            accounts.put(key, row.get("account_id", UUID.class));
            budgets.put(key, new Budget(row.get("budget_vnd", Long.class), row.get("bound_vnd", Long.class)));
        }
        return new LockedPlan(
                id,
                plan.get("version", Long.class),
                year,
                unitId,
                plan.get("closed_by", UUID.class),
                plan.get("signed_on", LocalDate.class),
                new PlanStanding(unitId, blocks, lines, budgets),
                blockIds,
                lineIds,
                accounts);
    }

    void add(PlanDecision decision) {
        entities.persist(decision);
        entities.flush();
    }

    /** First versions of all lines of the plan that have none. */
    void addLines(PlanDecision decision) {
        entities.createNativeQuery(FIRST_VERSIONS)
                .setParameter("decision", decision.id())
                .executeUpdate();
    }

    /** A line behind the last one of the plan. */
    UUID addLine(int position, UUID blockId, LineRequest request, @Nullable KnownUnit unit) {
        var line = PlanLine.of(entities.getReference(PlanBlock.class, blockId), position, request, unit);
        entities.persist(line);
        entities.flush();
        return line.id();
    }

    void setLine(UUID lineId, Line line, PlanDecision decision) {
        entities.createNativeQuery(SET_LINE)
                .setParameter("line", lineId)
                .setParameter("classes", line.classes())
                .setParameter("places", line.places())
                .setParameter("decision", decision.id())
                .executeUpdate();
    }

    /** A budget without money and version. */
    void addBudget(UUID planId, UUID blockId, KnownUnit unit, UUID accountId) {
        entities.createNativeQuery(ADD_BUDGET)
                .setParameter("id", Ids.next())
                .setParameter("plan", planId)
                .setParameter("block", blockId)
                .setParameter("unit", unit.id())
                .setParameter("code", unit.code())
                .setParameter("name", unit.name())
                .setParameter("account", accountId)
                .executeUpdate();
    }

    void setBudget(UUID blockId, UUID unitId, long amountVnd, PlanDecision decision) {
        entities.createNativeQuery(SET_BUDGET)
                .setParameter("block", blockId)
                .setParameter("unit", unitId)
                .setParameter("amount", amountVnd)
                .setParameter("decision", decision.id())
                .executeUpdate();
    }

    /** Brings the sums of the blocks to those of their budgets. */
    void sumBlocks(UUID planId) {
        entities.createNativeQuery(SUM_BLOCKS).setParameter("plan", planId).executeUpdate();
    }

    void openBlock(UUID blockId, PlanDecision decision) {
        entities.createNativeQuery(OPEN_BLOCK)
                .setParameter("block", blockId)
                .setParameter("decision", decision.id())
                .executeUpdate();
    }

    void close(UUID planId, PlanDecision decision) {
        entities.createNativeQuery("update plans set closed_by = :decision where id = :plan")
                .setParameter("plan", planId)
                .setParameter("decision", decision.id())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, UUID planId) {
        return (List<Tuple>) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("plan", planId)
                .getResultList();
    }

    private static Line line(String code, Tuple row) {
        return new Line(
                code,
                row.get("block", String.class),
                status(row),
                row.get("classes", Integer.class),
                row.get("places", Integer.class),
                row.get("opened_classes", Integer.class),
                row.get("opened_places", Integer.class));
    }

    private static AssignmentStatus status(Tuple row) {
        return AssignmentStatus.valueOf(row.get("status", String.class));
    }

    private static FundingSource source(Tuple row) {
        return FundingSource.valueOf(row.get("funding_source", String.class));
    }
}
