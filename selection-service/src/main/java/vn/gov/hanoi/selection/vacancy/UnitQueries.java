package vn.gov.hanoi.selection.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads units from this service's copy of the directory; inside the transaction of its caller. */
@ApplicationScoped
public class UnitQueries {
    private final EntityManager entities;

    UnitQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** The unit as it is on the day, or on the nearest of its days; empty until its event arrives. */
    @SuppressWarnings("unchecked")
    public Optional<DirectoryUnit> find(UUID id, LocalDate day) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select id, code, name, type, valid_from, valid_to from unit_on(:id, :day)", Tuple.class)
                .setParameter("id", id)
                .setParameter("day", day)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new DirectoryUnit(
                        row.get("id", UUID.class),
                        row.get("code", String.class),
                        row.get("name", String.class),
                        row.get("type", String.class),
                        row.get("valid_from", LocalDate.class),
                        row.get("valid_to", LocalDate.class)));
    }

    /** Whether any event has told the unit. */
    public boolean isKnown(UUID id) {
        return (Boolean) entities.createNativeQuery("select exists (select 1 from units where id = :id)")
                .setParameter("id", id)
                .getSingleResult();
    }
}
