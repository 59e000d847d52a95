package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.selection.council.Panels.Body;

/** Reads who sits where; inside the transaction of its caller. */
@ApplicationScoped
class PanelQueries {
    private final EntityManager entities;

    PanelQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** Whoever stands or stood in the round is left out, however it came about. */
    @SuppressWarnings("unchecked")
    List<UUID> sitting(UUID roundId, Body body, Collection<Capacity> capacities) {
        return entities.createNativeQuery("""
                        select m.officer_id from panels p join panel_members m on m.panel_id = p.id
                        where p.round_id = :round and p.body = :body and p.state = 'FORMED' and m.left_on is null
                            and m.capacity in (:capacities)
                            and not exists (select 1 from applications a where a.round_id = p.round_id and a.officer_id = m.officer_id)
                        order by m.place""", UUID.class)
                .setParameter("round", roundId)
                .setParameter("body", body.name())
                .setParameter(
                        "capacities", capacities.stream().map(Capacity::name).toList())
                .getResultList();
    }
}
