package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.directory.UnitRef;

/** Reads classes that are over. */
@ApplicationScoped
class DeliveryQueries {
    private static final String SELECT = """
            select e.id, e.class_id, e.officer_id, e.officer_code, e.officer_name, e.unit_id as learner_unit_id,
                e.unit_code as learner_unit_code, e.unit_name as learner_unit_name, c.unit_id, c.unit_code, c.unit_name, c.title,
                c.course_code, c.plan_line_id, s.hours, coalesce(s.first_day, c.starts_on) as first_day,
                coalesce(s.last_day, c.ends_on) as last_day, e.outcome, e.score, e.score_maximum,
                l.code as line_code, l.name as line_name, s.place, l.training_type, l.training_form, l.training_content,
                (select x.name_vi from code_list_entries x where x.list = 'training-types' and x.code = l.training_type
                    and daterange(x.valid_from, x.valid_to) @> coalesce(s.first_day, c.starts_on)) as type_name,
                (select x.name_vi from code_list_entries x where x.list = 'training-forms' and x.code = l.training_form
                    and daterange(x.valid_from, x.valid_to) @> coalesce(s.first_day, c.starts_on)) as form_name,
                (select x.name_vi from code_list_entries x where x.list = 'training-contents' and x.code = l.training_content
                    and daterange(x.valid_from, x.valid_to) @> coalesce(s.first_day, c.starts_on)) as content_name
            from enrolments e join classes c on c.id = e.class_id join plan_lines l on l.id = c.plan_line_id cross join lateral (
                select sum(hours) as hours, min(day) as first_day, max(day) as last_day,
                    string_agg(distinct place, '; ' order by place) as place from class_sessions where class_id = c.id) s
            where c.state = 'DELIVERED' and e.outcome is not null and\s""";

    private final EntityManager entities;

    DeliveryQueries(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Delivered> of(UUID enrolmentId) {
        var row = (Tuple) entities.createNativeQuery(SELECT + "e.id = :id", Tuple.class)
                .setParameter("id", enrolmentId)
                .getSingleResultOrNull();
        return Optional.ofNullable(row).map(DeliveryQueries::delivered);
    }

    @SuppressWarnings("unchecked")
    List<Delivered> passed(UUID classId) {
        List<Tuple> rows = entities.createNativeQuery(
                        SELECT + "e.class_id = :class and e.outcome = 'PASSED' order by e.arrival", Tuple.class)
                .setParameter("class", classId)
                .getResultList();
        return rows.stream().map(DeliveryQueries::delivered).toList();
    }

    private static Delivered delivered(Tuple row) {
        return new Delivered(
                row.get("id", UUID.class),
                row.get("class_id", UUID.class),
                row.get("officer_id", UUID.class),
                row.get("officer_code", String.class),
                row.get("officer_name", String.class),
                unit(row, "learner_unit"),
                unit(row, "unit"),
                row.get("title", String.class),
                row.get("course_code", String.class),
                row.get("plan_line_id", UUID.class),
                row.get("hours", BigDecimal.class),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class),
                row.get("outcome", String.class),
                row.get("score", BigDecimal.class),
                row.get("score_maximum", BigDecimal.class),
                row.get("line_code", String.class),
                row.get("line_name", String.class),
                row.get("place", String.class),
                new Delivered.Kind(coded(row, "type"), coded(row, "form"), coded(row, "content")));
    }

    /** A code that the law of the first day does not know stands for itself. */
    private static Delivered.@Nullable Coded coded(Tuple row, String kind) {
        @Nullable String code = row.get("training_" + kind, String.class);
        @Nullable String name = row.get(kind + "_name", String.class);
        return code == null ? null : new Delivered.Coded(code, name == null ? code : name);
    }

    private static UnitRef unit(Tuple row, String prefix) {
        return new UnitRef(
                row.get(prefix + "_id", UUID.class),
                row.get(prefix + "_code", String.class),
                row.get(prefix + "_name", String.class));
    }
}
