package vn.gov.hanoi.selection.defence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loads and keeps defences with their sheets and the lot that orders them. */
@ApplicationScoped
class DefenceRepository implements PanacheRepositoryBase<Defence, UUID> {
    /** The round of a defence, without loading it: a lock taken later must see its newest version. */
    Optional<UUID> roundOf(UUID id) {
        return find("select roundId from Defence where id = ?1", id)
                .project(UUID.class)
                .singleResultOptional();
    }

    /** The defence of a member's own sheet, without loading either. */
    Optional<UUID> defenceOfSheet(UUID sheetId, UUID memberId) {
        return getEntityManager()
                .createQuery("select defenceId from ScoreSheet where id = :id and memberId = :member", UUID.class)
                .setParameter("id", sheetId)
                .setParameter("member", memberId)
                .getResultStream()
                .findFirst();
    }

    /** Held against every other act until the end of the transaction. */
    Defence forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
    }

    /** Held against acts on the defence; members may hold it in the same way. */
    Defence forUse(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ).orElseThrow();
    }

    /** In the order of the lot. */
    List<Defence> ofRound(UUID roundId) {
        return list("roundId = ?1 order by place", roundId);
    }

    Optional<Draw> draw(UUID roundId) {
        return getEntityManager()
                .createQuery("from Draw where roundId = :round", Draw.class)
                .setParameter("round", roundId)
                .getResultStream()
                .findFirst();
    }

    void keep(Object lotOrSheet) {
        getEntityManager().persist(lotOrSheet);
    }

    ScoreSheet sheet(UUID id) {
        return getEntityManager().find(ScoreSheet.class, id);
    }

    ScoreSheet sheetForChange(UUID id) {
        return getEntityManager().find(ScoreSheet.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** In a fixed order that tells nothing. */
    List<ScoreSheet> sheets(UUID defenceId) {
        return getEntityManager()
                .createQuery("from ScoreSheet where defenceId = :defence order by id", ScoreSheet.class)
                .setParameter("defence", defenceId)
                .getResultList();
    }
}
