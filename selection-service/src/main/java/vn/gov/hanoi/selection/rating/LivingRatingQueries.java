package vn.gov.hanoi.selection.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.selection.condition.Facts;

/** The door of this room for those who judge candidates; inside the transaction of its caller. */
@ApplicationScoped
public class LivingRatingQueries {
    private final EntityManager entities;

    LivingRatingQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** The results of an officer that count, in the order of their periods. */
    @SuppressWarnings("unchecked")
    public List<Facts.Result> of(UUID officerId) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select id, period, grade, revision from rating_records where officer_id = :officer and living
                        order by period""", Tuple.class)
                .setParameter("officer", officerId)
                .getResultList();
        return rows.stream()
                .map(row -> new Facts.Result(
                        row.get("id", UUID.class),
                        row.get("period", String.class),
                        row.get("grade", String.class),
                        row.get("revision", Integer.class)))
                .toList();
    }
}
