package vn.gov.hanoi.selection.objection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loads and keeps objections. */
@ApplicationScoped
class ObjectionRepository implements PanacheRepositoryBase<Objection, UUID> {
    /** The contested paper, without loading the objection: a lock taken later must see its newest version. */
    Optional<UUID> paperOf(UUID id) {
        return find("select paperId from Objection where id = ?1", id)
                .project(UUID.class)
                .singleResultOptional();
    }

    /** Held until the end of the transaction. */
    Optional<Objection> forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Forgets what was read without a lock: one that is taken later must see the newest version. Nothing was changed yet. */
    void unread() {
        getEntityManager().clear();
    }

    boolean isContested(UUID paperId) {
        return count("paperId = ?1 and state <> ?2", paperId, ObjectionState.WITHDRAWN) > 0;
    }

    /** By their ids, which are random. */
    List<Objection> of(UUID examId) {
        return list("examId = ?1 order by id", examId);
    }

    /** Those that wait for their end. */
    List<Objection> open(UUID examId) {
        return list("examId = ?1 and state = ?2 order by id", examId, ObjectionState.RECEIVED);
    }
}
