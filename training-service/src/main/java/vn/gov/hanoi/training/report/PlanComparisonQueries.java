package vn.gov.hanoi.training.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.plan.PlanTime;
import vn.gov.hanoi.training.report.PlanComparison.Measure;
import vn.gov.hanoi.training.report.PlanComparison.Row;
import vn.gov.hanoi.training.report.PlanComparison.Stages;

/** Compares in one statement, so that the figures of one answer belong to one moment. */
@ApplicationScoped
class PlanComparisonQueries {
    /** The stages are numbered 1 to 5; %1$s to %5$s and %7$s are columns and conditions of the group. */
    private static final String FACTS = """
            with facts (code, name, stage, classes, places, vnd, hours, spent) as (
                select %4$s, 1, l.classes, l.places, coalesce(l.estimate_vnd, 0),
                    cast(l.cost_sheet::json ->> 'hours' as numeric), cast(null as bigint)
                from plan_proposal_lines l join plan_proposals q on q.id = l.proposal_id join plans p on p.year = q.year
                    left join plan_lines n on n.proposal_line_id = l.id left join plan_blocks b on b.id = n.block_id
                where p.id = :plan and q.state = 'SUBMITTED' and q.submitted_at <= :known
                    and cast(q.submitted_at at time zone 'Asia/Ho_Chi_Minh' as date) <= :day and %5$s
                union all
                select %1$s, 2, v.classes, v.places, 0, null, null
                from plan_line_versions v join plan_decisions d on d.id = v.decision_id and d.kind = 'ASSIGN'
                    join plan_lines l on l.id = v.line_id join plan_blocks b on b.id = l.block_id join plans p on p.id = l.plan_id
                where p.id = :plan and v.valid_from <= :day and v.recorded_at <= :known
                union all
                select %2$s, 2, 0, 0, v.budget_vnd, null, null
                from plan_budget_versions v join plan_decisions d on d.id = v.decision_id and d.kind = 'ASSIGN'
                    join plan_budgets g on g.id = v.budget_id join plan_blocks b on b.id = g.block_id
                where g.plan_id = :plan and v.valid_from <= :day and v.recorded_at <= :known and %3$s
                union all
                select %1$s, 3, v.classes, v.places, 0, null, null
                from plan_lines_at(:day, :known) v join plan_lines l on l.id = v.line_id join plan_blocks b on b.id = l.block_id
                    join plans p on p.id = l.plan_id
                where p.id = :plan
                union all
                select %2$s, 3, 0, 0, v.budget_vnd, null, null
                from plan_budgets_at(:day, :known) v join plan_budgets g on g.id = v.budget_id join plan_blocks b on b.id = g.block_id
                where g.plan_id = :plan and %3$s
                union all
                select %7$s, s.stage, 1, c.places, c.amount_vnd, h.hours, m.spent
                from classes_until(:plan, :day, :known) c join plan_lines l on l.id = c.plan_line_id
                    join plan_blocks b on b.id = l.block_id join plans p on p.id = l.plan_id
                    cross join lateral (select sum(hours) as hours from class_sessions where class_id = c.id) h
                    cross join lateral (
                        select string_agg(category, ' + ' order by category) as categories from class_targets where class_id = c.id) t
                    cross join lateral (select spent_until(c.commitment_entry_id, :day, :known) as spent) m
                    cross join (values (4), (5)) s (stage)
                where s.stage = 4 or c.delivered)
            select code, max(name) as name, %6$s from facts group by code order by code nulls last""";

    private static final String MEASURES = """
            cast(coalesce(sum(classes) filter (where stage = %1$d), 0) as bigint) as classes%1$d,
            cast(coalesce(sum(places) filter (where stage = %1$d), 0) as bigint) as places%1$d,
            cast(coalesce(sum(vnd) filter (where stage = %1$d), 0) as bigint) as vnd%1$d,
            sum(hours) filter (where stage = %1$d) as hours%1$d,
            cast(sum(spent) filter (where stage = %1$d) as bigint) as spent%1$d""";

    private final EntityManager entities;
    private final PlanYearQueries years;

    PlanComparisonQueries(EntityManager entities, PlanYearQueries years) {
        this.entities = entities;
        this.years = years;
    }

    /** The comparison; readable as the plan is. Refusal: resource.not-found. */
    @Transactional
    @SuppressWarnings("unchecked")
    PlanComparison read(UUID planId, ComparisonGroup by, PlanTime time, Caller caller) {
        int year = years.of(planId, caller);
        var statement = FACTS.formatted(
                by.ofLines(),
                by.ofBudgets(),
                by.hasBudgets(),
                by.ofProposals(),
                by.proposed(),
                measures(),
                by.ofClasses());
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
                row.get("vnd" + stage, Long.class),
                row.get("hours" + stage, BigDecimal.class),
                row.get("spent" + stage, Long.class));
    }
}
