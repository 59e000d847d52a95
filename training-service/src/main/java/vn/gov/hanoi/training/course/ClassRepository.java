package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Stores classes. */
@ApplicationScoped
class ClassRepository {
    private static final String SEATS = "insert into class_seats (class_id, places) values (:id, :places)";
    private static final String LOCK = "select taken from class_seats where class_id = :id for update";

    private final EntityManager entities;

    ClassRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(TrainingClass opened) {
        entities.persist(opened);
        entities.flush();
        entities.createNativeQuery(SEATS)
                .setParameter("id", opened.id())
                .setParameter("places", opened.places())
                .executeUpdate();
    }

    /**
     * The class, held until the end of the transaction. All that changes a class or its learners takes this lock first, then officers,
     * then the plan line, then the account.
     */
    TrainingClass hold(UUID id) {
        entities.createNativeQuery(LOCK).setParameter("id", id).getSingleResult();
        var found = entities.find(TrainingClass.class, id);
        entities.refresh(found);
        return found;
    }

    /** What hangs on the class was changed: whoever read it before has another version. */
    void touch(TrainingClass held) {
        entities.flush();
        entities.lock(held, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Writes the changes now, so that statements after it meet them. */
    void flush() {
        entities.flush();
    }
}
