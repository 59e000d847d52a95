package vn.gov.hanoi.training.effect;

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

/** Reads who was measured before and after a course; a person counts with the first class of it. */
@ApplicationScoped
class EffectQueries {
    private static final String PAIRS = """
            with taught as (
                select distinct on (e.officer_id, c.course_code) e.officer_id, c.course_code, d.first_day, d.last_day
                from enrolments e join classes c on c.id = e.class_id
                    cross join lateral (
                        select coalesce(min(s.day), c.starts_on) as first_day, coalesce(max(s.day), c.ends_on) as last_day
                        from class_sessions s where s.class_id = c.id) d
                where c.state = 'DELIVERED' and c.course_code is not null and e.state = 'ENROLLED' and e.outcome in ('PASSED', 'FAILED')
                    and e.unit_id in (select id from units_within(:scope)) and (:course = '' or c.course_code = :course)
                order by e.officer_id, c.course_code, d.first_day, c.id),
            measured as (
                select t.course_code, m.rule_set_code, m.form, m.criterion, t.officer_id,
                    avg(m.points * 100 / m.maximum) filter (where m.month + interval '1 month' <= t.first_day) as before,
                    avg(m.points * 100 / m.maximum) filter (where m.month > t.last_day) as after
                from taught t join criterion_measures m on m.officer_id = t.officer_id
                    and m.month >= date_trunc('month', t.first_day) - make_interval(months => :before)
                    and m.month <= date_trunc('month', t.last_day) + make_interval(months => :after)
                group by t.course_code, m.rule_set_code, m.form, m.criterion, t.officer_id)
            select * from measured where before is not null and after is not null
            order by course_code, rule_set_code, form, criterion, officer_id""";

    private final EntityManager entities;
    private final Scopes scopes;

    EffectQueries(EntityManager entities, Scopes scopes) {
        this.entities = entities;
        this.scopes = scopes;
    }

    /**
     * Pairs of learners of the caller's units, as of the nomination. Refusal: scope.unit-unknown.
     *
     * @param courseCode null for all courses
     */
    @Transactional
    @SuppressWarnings("unchecked")
    List<Pair> pairs(@Nullable String courseCode, EffectRules rules, Caller caller) {
        var rows = (List<Tuple>) entities.createNativeQuery(PAIRS, Tuple.class)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .setParameter("course", courseCode == null ? "" : courseCode)
                .setParameter("before", rules.beforeMonths())
                .setParameter("after", rules.afterMonths())
                .getResultList();
        return rows.stream()
                .map(row -> new Pair(
                        row.get("course_code", String.class),
                        new Pair.Criterion(
                                row.get("rule_set_code", String.class),
                                row.get("form", String.class),
                                row.get("criterion", String.class)),
                        row.get("officer_id", UUID.class),
                        row.get("before", BigDecimal.class),
                        row.get("after", BigDecimal.class)))
                .toList();
    }
}
