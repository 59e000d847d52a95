package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Stand-in. */
@ApplicationScoped
class StandinQueries {
    private final EntityManager entities;

    StandinQueries(EntityManager entities) {
        this.entities = entities;
    }

    @SuppressWarnings("unchecked")
    List<WrittenResult> of(UUID roundId) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select * from standin_written where round_id = :round order by application_id", Tuple.class)
                .setParameter("round", roundId)
                .getResultList();
        return rows.stream()
                .map(row -> new WrittenResult(
                        row.get("application_id", UUID.class),
                        row.get("points", BigDecimal.class),
                        row.get("absent", Boolean.class),
                        row.get("excluded", Boolean.class),
                        row.get("passed", Boolean.class)))
                .toList();
    }
}
