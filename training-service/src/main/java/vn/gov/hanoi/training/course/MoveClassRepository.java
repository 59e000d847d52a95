package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;

/** Changes many classes at once; set-based, inside the caller's transaction. */
@ApplicationScoped
class MoveClassRepository {
    private static final String HOLD =
            "select class_id from class_seats where class_id in (:ids) order by class_id for update";
    private static final String GO_ON = """
            update classes set commitment_entry_id = :next, version = version + 1 where commitment_entry_id = :commitment""";
    private static final String INVITE = """
            insert into class_invitations (class_id, unit_id)
            select i.class_id, cast(:other as uuid) from class_invitations i join classes c on c.id = i.class_id
            where i.unit_id = :invited and c.plan_id = :plan and c.state = 'OPENED'
            union
            select c.id, cast(:other as uuid) from classes c
            where c.unit_id = :invited and c.plan_id = :plan and c.state = 'OPENED'
            on conflict (class_id, unit_id) do nothing""";

    private final EntityManager entities;

    MoveClassRepository(EntityManager entities) {
        this.entities = entities;
    }

    void hold(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            entities.createNativeQuery(HOLD).setParameter("ids", ids).getResultList();
        }
    }

    void goOn(UUID commitment, UUID next) {
        entities.createNativeQuery(GO_ON)
                .setParameter("commitment", commitment)
                .setParameter("next", next)
                .executeUpdate();
    }

    /** A unit that holds a class may nominate without an invitation; who comes after it may too. */
    void invite(UUID planId, UUID invited, Collection<UUID> others) {
        for (var other : others) {
            entities.createNativeQuery(INVITE)
                    .setParameter("other", other)
                    .setParameter("invited", invited)
                    .setParameter("plan", planId)
                    .executeUpdate();
        }
    }
}
