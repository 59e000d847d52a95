package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Reads classes for rules; only those that the caller may see. */
@ApplicationScoped
class ClassFactsQueries {
    static final String HOSTED = "c.unit_id in (select id from units_kept(:scope))";

    /** Whose units are invited, as a whole or in part, may see a class too. */
    static final String VISIBLE = "(" + HOSTED + """
             or exists (select 1 from class_invitations i where i.class_id = c.id
                and (i.unit_id in (select id from units_above(:scope)) or i.unit_id in (select id from units_kept(:scope)))))""";

    private static final String FACTS = "select " + HOSTED + """
             as hosted, c.id, c.version, c.unit_id, c.plan_line_id, c.year, c.title, c.course_code, c.state, c.starts_on, c.ends_on,
            c.minimum_attendance_percent, c.score_maximum, c.pass_mark,
            (select count(*) from enrolments e where e.class_id = c.id and e.outcome is not null) as outcomes
            from classes c where c.id = :id and\s""" + VISIBLE;

    private final EntityManager entities;
    private final ClassSetupRepository setups;
    private final Clock clock;

    ClassFactsQueries(EntityManager entities, ClassSetupRepository setups, Clock clock) {
        this.entities = entities;
        this.setups = setups;
        this.clock = clock;
    }

    /** Empty for a class that is not there or not for the caller. */
    Optional<ClassFacts> find(UUID id, UnitScope scope) {
        var row = (Tuple) entities.createNativeQuery(FACTS, Tuple.class)
                .setParameter("id", id)
                .setParameter("scope", scope.rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(row).map(this::facts);
    }

    private ClassFacts facts(Tuple row) {
        var id = row.get("id", UUID.class);
        var timetable = setups.timetable(id);
        var first = timetable.sessions().isEmpty() ? null : timetable.days().getFirst();
        return new ClassFacts(
                id,
                row.get("version", Long.class),
                row.get("unit_id", UUID.class),
                row.get("plan_line_id", UUID.class),
                row.get("year", Integer.class),
                row.get("title", String.class),
                row.get("course_code", String.class),
                ClassState.on(ClassState.valueOf(row.get("state", String.class)), first, LocalDate.now(clock)),
                row.get("starts_on", LocalDate.class),
                row.get("ends_on", LocalDate.class),
                row.get("hosted", Boolean.class),
                row.get("outcomes", Number.class).intValue(),
                row.get("minimum_attendance_percent", BigDecimal.class),
                row.get("score_maximum", BigDecimal.class),
                row.get("pass_mark", BigDecimal.class),
                setups.targets(id),
                timetable);
    }
}
