package vn.gov.hanoi.training.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.directorycopy.ImpactQueries;

/** What stands under units: classes that are not over, lines of plans from this year on, accounts with their balance. */
@ApplicationScoped
class TrainingImpactQueries implements ImpactQueries {
    /** An account of an earlier year counts as long as money is left on it: somebody must take it over. */
    private static final String COUNTS = """
            select 'BUDGETS' as kind, a.unit_id, count(*) as number,
                cast(sum(a.allocated_vnd - a.committed_vnd - a.spent_vnd) as bigint) as amount
            from accounts a
            where a.unit_id in (:units) and (a.year >= :year or a.allocated_vnd > a.committed_vnd + a.spent_vnd)
            group by a.unit_id
            union all
            select 'CLASSES', c.unit_id, count(*), null from classes c
            where c.unit_id in (:units) and c.state = 'OPENED' and c.ends_on >= :today
            group by c.unit_id
            union all
            select 'PLAN_LINES', coalesce(l.unit_id, p.unit_id), count(*), null from plans p join plan_lines l on l.plan_id = p.id
            where coalesce(l.unit_id, p.unit_id) in (:units) and p.year >= :year
            group by coalesce(l.unit_id, p.unit_id)
            union all
            select 'SERVICE_COMMITMENTS', s.unit_id, count(*), null from (
                select carried_unit(officer_id) as unit_id from service_commitments
                where state in ('SIGNED', 'RUNNING') and (ends_on is null or ends_on > :today)) s
            where s.unit_id in (:units)
            group by s.unit_id
            order by kind, unit_id""";

    private final EntityManager entities;
    private final Clock clock;

    TrainingImpactQueries(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<Count> count(Collection<UUID> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        List<Tuple> rows = entities.createNativeQuery(COUNTS, Tuple.class)
                .setParameter("units", units)
                .setParameter("today", today)
                .setParameter("year", today.getYear())
                .getResultList();
        return rows.stream()
                .map(row -> new Count(
                        row.get("kind", String.class),
                        row.get("unit_id", UUID.class),
                        row.get("number", Long.class),
                        row.get("amount", Long.class)))
                .toList();
    }
}
