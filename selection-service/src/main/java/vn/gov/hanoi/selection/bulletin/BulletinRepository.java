package vn.gov.hanoi.selection.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.UUID;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** Keeps bulletins; none is ever changed. */
@ApplicationScoped
class BulletinRepository {
    private static final String INSERT = """
            insert into bulletins (round_id, title, published_on, contest, digest, made_at)
            values (:round, :title, :publishedOn, :contest, :digest, :at)""";

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
