package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.UnitScope;
import vn.gov.hanoi.training.credential.CertificateContent.Coded;
import vn.gov.hanoi.training.credential.CertificateContent.Course;
import vn.gov.hanoi.training.credential.CertificateContent.Holder;
import vn.gov.hanoi.training.credential.CertificateContent.Party;

/** Reads enrolments of delivered classes; only of classes that units of the scope held. Inside a transaction. */
@ApplicationScoped
class DeliveryQueries {
    private static final String SELECT = """
            select d.enrolment_id, d.class_id, d.unit_id, d.unit_code, d.unit_name, d.officer_id, d.officer_code, d.officer_name,
                d.course_title, d.form_code, d.form_name, d.content_codes, d.content_names, d.hours, d.first_day, d.last_day, d.place,
                d.outcome from delivered_enrolments d where d.unit_id in (select id from units_within(:scope))
            """;

    private final EntityManager entities;

    DeliveryQueries(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Delivered> of(UUID enrolmentId, UnitScope scope) {
        var row = (Tuple) entities.createNativeQuery(SELECT + "and d.enrolment_id = :id", Tuple.class)
                .setParameter("id", enrolmentId)
                .setParameter("scope", scope.rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(row).map(DeliveryQueries::delivered);
    }

    /** Who passed the class and never got a certificate for it, in the order of enrolment. */
    @SuppressWarnings("unchecked")
    List<Delivered> waiting(UUID classId, UnitScope scope, int most) {
        var sql = SELECT + """
                and d.class_id = :id and d.outcome = 'PASSED'
                    and not exists (select 1 from certificates c where c.enrolment_id = d.enrolment_id)
                order by d.enrolment_id limit :most""";
        List<Tuple> rows = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", classId)
                .setParameter("scope", scope.rootUnitId())
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(DeliveryQueries::delivered).toList();
    }

    private static Delivered delivered(Tuple row) {
        var codes = row.get("content_codes", String[].class);
        var names = row.get("content_names", String[].class);
        var contents = new ArrayList<Coded>();
        for (int i = 0; i < codes.length; i++) {
            contents.add(new Coded(codes[i], names[i]));
        }
        return new Delivered(
                row.get("enrolment_id", UUID.class),
                row.get("class_id", UUID.class),
                row.get("unit_id", UUID.class),
                new Party(row.get("unit_code", String.class), row.get("unit_name", String.class)),
                new Holder(
                        row.get("officer_id", UUID.class),
                        row.get("officer_name", String.class),
                        row.get("officer_code", String.class)),
                new Course(
                        row.get("course_title", String.class),
                        new Coded(row.get("form_code", String.class), row.get("form_name", String.class)),
                        contents,
                        row.get("hours", BigDecimal.class),
                        row.get("first_day", LocalDate.class),
                        row.get("last_day", LocalDate.class),
                        row.get("place", String.class)),
                row.get("outcome", String.class).equals("PASSED"));
    }
}
