package vn.gov.hanoi.selection.paper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Loads and keeps scripts, sheets and marks. */
@ApplicationScoped
class SheetRepository implements PanacheRepositoryBase<MarkSheet, UUID> {
    /** Forgets what was read without a lock: one that is taken later must see the newest version. Nothing was changed yet. */
    void unread() {
        getEntityManager().clear();
    }

    void add(Object row) {
        getEntityManager().persist(row);
    }

    Optional<Script> script(UUID id) {
        return Optional.ofNullable(getEntityManager().find(Script.class, id));
    }

    /** By their codes, which are random. */
    List<Script> scripts(UUID examId) {
        return getEntityManager()
                .createQuery("from Script where examId = :exam order by code", Script.class)
                .setParameter("exam", examId)
                .getResultList();
    }

    /** Sheets of one marking of a written round by their scripts, in their turns; those of who left are not there. */
    Map<UUID, List<MarkSheet>> living(UUID examId, Phase phase) {
        return list("examId = ?1 and phase = ?2 and state <> ?3 order by turn", examId, phase, MarkSheet.State.DROPPED)
                .stream()
                .collect(Collectors.groupingBy(MarkSheet::scriptId));
    }

    /** Officers who have or had a sheet of the script, in any marking. */
    List<UUID> markersOf(UUID scriptId) {
        return find("select officerId from MarkSheet where scriptId = ?1", scriptId)
                .project(UUID.class)
                .list();
    }

    /** By their codes. */
    List<MarkSheet> ofMarker(UUID examId, UUID officerId) {
        return list(
                "examId = ?1 and officerId = ?2 and state <> ?3 order by code",
                examId,
                officerId,
                MarkSheet.State.DROPPED);
    }

    /** The written round of a sheet, without loading it. */
    Optional<UUID> examOf(UUID id) {
        return find("select examId from MarkSheet where id = ?1", id)
                .project(UUID.class)
                .singleResultOptional();
    }

    /** Held until the end of the transaction. */
    Optional<MarkSheet> forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** In the order of the markings. */
    List<WrittenMark> marks(UUID examId) {
        return getEntityManager()
                .createQuery("from WrittenMark where examId = :exam order by phase, id", WrittenMark.class)
                .setParameter("exam", examId)
                .getResultList();
    }
}
