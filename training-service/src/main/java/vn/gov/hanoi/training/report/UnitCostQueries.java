package vn.gov.hanoi.training.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.plan.PlanTime;
import vn.gov.hanoi.training.report.UnitCosts.AgainstNorms;
import vn.gov.hanoi.training.report.UnitCosts.Key;
import vn.gov.hanoi.training.report.UnitCosts.Row;
import vn.gov.hanoi.training.report.UnitCosts.Sums;

/** Adds up the delivered classes of the caller's scope in one statement. */
@ApplicationScoped
class UnitCostQueries {
    private static final String COSTS = """
            select c.course_code, l.training_form, count(*) as classes, cast(sum(c.places) as bigint) as places,
                cast(sum(e.learners) as bigint) as learners, coalesce(sum(h.hours), 0.00) as hours, cast(sum(m.spent) as bigint) as spent,
                count(t.total_vnd) as sheets, cast(sum(t.total_vnd) as bigint) as sheets_vnd,
                cast(sum(t.within_norms_vnd) as bigint) as within_norms, cast(sum(t.places) as bigint) as sheet_places,
                sum(t.hours) as sheet_hours, cast(sum(m.spent) filter (where t.total_vnd is not null) as bigint) as sheet_spent
            from classes_until(:plan, :day, :known) c join plan_lines l on l.id = c.plan_line_id
                cross join lateral (
                    select count(*) as learners from enrolments where class_id = c.id and outcome <> 'ABSENT') e
                cross join lateral (select sum(hours) as hours from class_sessions where class_id = c.id) h
                cross join lateral (select spent_until(c.commitment_entry_id, :day, :known) as spent) m
                left join lateral (
                    select s.total_vnd, s.within_norms_vnd, s.places, s.hours from class_cost_sheets s
                    where s.class_id = c.id and counted(s.recorded_at, :day, :known) order by s.number desc limit 1) t on true
            where c.delivered and c.unit_id in (select id from units_within(:scope))
            group by c.course_code, l.training_form order by c.course_code nulls last, l.training_form nulls last""";

    private final EntityManager entities;
    private final PlanYearQueries years;
    private final Scopes scopes;

    UnitCostQueries(EntityManager entities, PlanYearQueries years, Scopes scopes) {
        this.entities = entities;
        this.years = years;
        this.scopes = scopes;
    }

    /** Refusal: resource.not-found. */
    @Transactional
    @SuppressWarnings("unchecked")
    UnitCosts read(UUID planId, PlanTime time, Caller caller) {
        int year = years.of(planId, caller);
        var query = entities.createNativeQuery(COSTS, Tuple.class)
                .setParameter("plan", planId)
                .setParameter("scope", scopes.of(caller).rootUnitId());
        var rows = (List<Tuple>) time.bind(query).getResultList();
        return new UnitCosts(
                planId,
                year,
                UnitCosts.ROUNDING,
                rows.stream().map(UnitCostQueries::row).toList());
    }

    private static Row row(Tuple row) {
        var key = new Key(row.get("course_code", String.class), row.get("training_form", String.class));
        var sums = new Sums(
                row.get("classes", Long.class),
                row.get("places", Long.class),
                row.get("learners", Long.class),
                row.get("hours", BigDecimal.class),
                row.get("spent", Long.class));
        return Row.of(key, sums, againstNorms(row));
    }

    private static @Nullable AgainstNorms againstNorms(Tuple row) {
        long sheets = row.get("sheets", Long.class);
        if (sheets == 0) {
            return null;
        }
        var sums = new Sums(
                sheets,
                row.get("sheet_places", Long.class),
                0,
                row.get("sheet_hours", BigDecimal.class),
                row.get("sheet_spent", Long.class));
        return AgainstNorms.of(sheets, row.get("sheets_vnd", Long.class), row.get("within_norms", Long.class), sums);
    }
}
