package vn.gov.hanoi.selection.paper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loads and keeps written rounds, papers and violations. */
@ApplicationScoped
class ExamRepository implements PanacheRepositoryBase<Exam, UUID> {
    /** Held against every other act on the written round until the end of the transaction. */
    Optional<Exam> forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Held against acts on the written round; others may hold it in the same way. */
    Optional<Exam> forUse(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ);
    }

    /** Forgets what was read without a lock: one that is taken later must see the newest version. Nothing was changed yet. */
    void unread() {
        getEntityManager().clear();
    }

    void add(Object row) {
        getEntityManager().persist(row);
    }

    /** Takes away all seats of a written round that is not held yet. */
    void clear(UUID examId) {
        getEntityManager()
                .createQuery("delete from Paper where examId = :exam")
                .setParameter("exam", examId)
                .executeUpdate();
    }

    /** In the order of the numbers. */
    List<Paper> papers(UUID examId) {
        return getEntityManager()
                .createQuery("from Paper where examId = :exam order by number", Paper.class)
                .setParameter("exam", examId)
                .getResultList();
    }

    Optional<Paper> paper(UUID id) {
        return Optional.ofNullable(getEntityManager().find(Paper.class, id));
    }

    Optional<Paper> paperOf(UUID applicationId) {
        return getEntityManager()
                .createQuery("from Paper where applicationId = :application", Paper.class)
                .setParameter("application", applicationId)
                .getResultStream()
                .findFirst();
    }

    /** The written round of a paper, without loading the paper: a lock taken later must see its newest version. */
    Optional<UUID> examOf(UUID paperId) {
        return getEntityManager()
                .createQuery("select examId from Paper where id = :id", UUID.class)
                .setParameter("id", paperId)
                .getResultStream()
                .findFirst();
    }

    /** Held until the end of the transaction. */
    Optional<Paper> paperForChange(UUID id) {
        return Optional.ofNullable(getEntityManager().find(Paper.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** In the order in which they were recorded. */
    List<Incident> incidents(UUID paperId) {
        return getEntityManager()
                .createQuery("from Incident where paperId = :paper order by recordedAt, id", Incident.class)
                .setParameter("paper", paperId)
                .getResultList();
    }
}
