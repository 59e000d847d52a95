package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Keeps who judged whom, and until when. */
@ApplicationScoped
class JudgementRepository {
    private final EntityManager entities;

    JudgementRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The latest period counts, whatever is told first. Rows are written in one order, so that two events cannot wait for each other. */
    void keep(UUID judgeId, List<UUID> officers, LocalDate lastDay, Instant toldAt) {
        entities.createNativeQuery("""
                        insert into judgements (judge_id, officer_id, last_day, told_at)
                        select cast(:judge as uuid), each, cast(:lastDay as date), :toldAt
                        from unnest(cast(:officers as uuid[])) each group by each order by each
                        on conflict (judge_id, officer_id) do update set last_day = excluded.last_day, told_at = excluded.told_at
                        where judgements.last_day < excluded.last_day""")
                .setParameter("judge", judgeId)
                .setParameter("lastDay", lastDay)
                .setParameter("toldAt", toldAt)
                .setParameter("officers", officers.toArray(UUID[]::new))
                .executeUpdate();
    }
}
