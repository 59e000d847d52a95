package vn.gov.hanoi.training.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.plan.PlanTime;
import vn.gov.hanoi.training.report.PlanComparison.Measure;
import vn.gov.hanoi.training.report.PlanComparison.Row;
import vn.gov.hanoi.training.report.PlanComparison.Stages;

/** Compares in one statement, so that the figures of one answer belong to one moment. */
@ApplicationScoped
class PlanComparisonQueries {
    private static final String YEAR = """
            select p.year from plans p where p.id = :plan
                and p.unit_id in (select id from units_within(:scope) union select id from units_above(:scope))""";

    /** The stages are numbered 1 to 5; %1$s to %5$s are columns and conditions of the group. */
    private static final String FACTS = """
            with facts (code, name, stage, classes, places, vnd) as (
                select %4$s, 1, l.classes, l.places, coalesce(l.estimate_vnd, 0)
                from plan_proposal_lines l join plan_proposals q on q.id = l.proposal_id join plans p on p.year = q.year
                    left join plan_lines n on n.proposal_line_id = l.id left join plan_blocks b on b.id = n.block_id
                where p.id = :plan and q.state = 'SUBMITTED' and q.submitted_at <= :known
                    and cast(q.submitted_at at time zone 'Asia/Ho_Chi_Minh' as date) <= :day and %5$s
                union all
                select %1$s, 2, v.classes, v.places, 0
                from plan_line_versions v join plan_decisions d on d.id = v.decision_id and d.kind = 'ASSIGN'
                    join plan_lines l on l.id = v.line_id join plan_blocks b on b.id = l.block_id join plans p on p.id = l.plan_id
                where p.id = :plan and v.valid_from <= :day and v.recorded_at <= :known
                union all
                select %2$s, 2, 0, 0, v.budget_vnd
                from plan_budget_versions v join plan_decisions d on d.id = v.decision_id and d.kind = 'ASSIGN'
                    join plan_budgets g on g.id = v.budget_id join plan_blocks b on b.id = g.block_id
                where g.plan_id = :plan and v.valid_from <= :day and v.recorded_at <= :known and %3$s
                union all
                select %1$s, 3, v.classes, v.places, 0
                from plan_lines_at(:day, :known) v join plan_lines l on l.id = v.line_id join plan_blocks b on b.id = l.block_id
                    join plans p on p.id = l.plan_id
                where p.id = :plan
                union all
                select %2$s, 3, 0, 0, v.budget_vnd
                from plan_budgets_at(:day, :known) v join plan_budgets g on g.id = v.budget_id join plan_blocks b on b.id = g.block_id
                where g.plan_id = :plan and %3$s
                union all
                select %1$s, s.stage, 1, c.places, c.amount_vnd
                from classes c join plan_lines l on l.id = c.plan_line_id join plan_blocks b on b.id = l.block_id
                    join plans p on p.id = l.plan_id cross join (values (4), (5)) s (stage)
                where p.id = :plan and c.created_at <= :known and c.state <> 'CANCELLED'
                    and cast(c.created_at at time zone 'Asia/Ho_Chi_Minh' as date) <= :day and (s.stage = 4 or c.state = 'DELIVERED'))
            select code, max(name) as name, %6$s from facts group by code order by code nulls last""";

    private static final String MEASURES = """
            cast(coalesce(sum(classes) filter (where stage = %1$d), 0) as bigint) as classes%1$d,
            cast(coalesce(sum(places) filter (where stage = %1$d), 0) as bigint) as places%1$d,
            cast(coalesce(sum(vnd) filter (where stage = %1$d), 0) as bigint) as vnd%1$d""";

    private final EntityManager entities;
    private final Scopes scopes;

    PlanComparisonQueries(EntityManager entities, Scopes scopes) {
        this.entities = entities;
        this.scopes = scopes;
    }

    /** The comparison; readable as the plan is. Refusal: resource.not-found. */
    @Transactional
    @SuppressWarnings("unchecked")
    PlanComparison read(UUID planId, ComparisonGroup by, PlanTime time, Caller caller) {
        var year = (Integer) entities.createNativeQuery(YEAR)
                .setParameter("plan", planId)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        if (year == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        var statement = FACTS.formatted(
                by.ofLines(), by.ofBudgets(), by.hasBudgets(), by.ofProposals(), by.proposed(), measures());
        var rows = (List<Tuple>)
                time.bind(entities.createNativeQuery(statement, Tuple.class).setParameter("plan", planId))
                        .getResultList();
        var found = rows.stream().map(PlanComparisonQueries::row).toList();
        var totals = found.stream().map(Row::stages).reduce(Stages.NONE, Stages::plus);
        return new PlanComparison(planId, year, by, time.asOf(), time.knownAt(), found, totals);
    }

    private static String measures() {
        return String.join(
                ", ", List.of(1, 2, 3, 4, 5).stream().map(MEASURES::formatted).toList());
    }

    private static Row row(Tuple row) {
        var stages = new Stages(measure(row, 1), measure(row, 2), measure(row, 3), measure(row, 4), measure(row, 5));
        return new Row(row.get("code", String.class), row.get("name", String.class), stages);
    }

    private static Measure measure(Tuple row, int stage) {
        return new Measure(
                row.get("classes" + stage, Long.class),
                row.get("places" + stage, Long.class),
                row.get("vnd" + stage, Long.class));
    }
}
