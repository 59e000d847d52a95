package vn.gov.hanoi.selection.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** Keeps bulletins; none is ever changed. */
@ApplicationScoped
class BulletinRepository {
    private static final String INSERT = """
            insert into bulletins (round_id, title, published_on, contest, digest, made_at)
            values (:round, :title, :publishedOn, :contest, :digest, :at)""";

    private static final String KEPT = """
            select b.title, b.published_on, b.contest, b.digest, max(a.details ->> 'digest') as audited
            from bulletins b
            left join audit_entries a on a.resource = 'rounds' and a.resource_id = b.round_id and a.action = 'bulletin.issue'
            where b.round_id = :round group by b.round_id""";

    private final EntityManager entities;

    BulletinRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** What a bulletin says of its round by name. */
    record Named(String title, UUID unitId) {}

    Named round(UUID roundId) {
        var row = (Tuple) entities.createNativeQuery("select title, unit_id from rounds where id = :id", Tuple.class)
                .setParameter("id", roundId)
                .getSingleResult();
        return new Named(row.get("title", String.class), row.get("unit_id", UUID.class));
    }

    /** A bulletin as it is kept. @param audited digest that the audit was told; null if it was told none */
    record Kept(
            String title,
            LocalDate publishedOn,
            String contest,
            String digest,
            @Nullable String audited) {}

    @SuppressWarnings("unchecked")
    Optional<Kept> kept(UUID roundId) {
        List<Tuple> found = entities.createNativeQuery(KEPT, Tuple.class)
                .setParameter("round", roundId)
                .getResultList();
        return found.stream()
                .map(row -> new Kept(
                        row.get("title", String.class),
                        row.get("published_on", LocalDate.class),
                        row.get("contest", String.class),
                        row.get("digest", String.class),
                        row.get("audited", String.class)))
                .findFirst();
    }

    void add(Contest contest, String text, String digest, Stamp stamp) {
        entities.createNativeQuery(INSERT)
                .setParameter("round", contest.roundId())
                .setParameter("title", contest.title())
                .setParameter("publishedOn", contest.publishedOn())
                .setParameter("contest", text)
                .setParameter("digest", digest)
                .setParameter("at", stamp.at())
                .executeUpdate();
    }
}
