package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;

/** Finds conflicts: those that were told, and those that follow from posts and results. Inside the transaction of its caller. */
@ApplicationScoped
class ConflictQueries {
    /**
     * What follows for {@code pairs (member_id, candidate_id, since)}: main posts in one line on any day since the candidate applied, and
     * results judged in the months before the findings were frozen.
     */
    private static final String DERIVED = """
            select p.member_id, p.candidate_id, case when m.unit_id = c.unit_id then 'SAME_UNIT'
                when t.ancestor_id = m.unit_id then 'UNIT_ABOVE' else 'UNIT_BELOW' end as ground
            from pairs p
            join assignments m on m.officer_id = p.member_id and m.main
            join assignments c on c.officer_id = p.candidate_id and c.main
            join unit_ancestors t on (t.ancestor_id = m.unit_id and t.unit_id = c.unit_id) or (t.ancestor_id = c.unit_id and t.unit_id = m.unit_id)
            where not isempty(daterange(p.since, cast(:today as date), '[]') * daterange(m.valid_from, m.valid_to)
                * daterange(c.valid_from, c.valid_to) * daterange(t.valid_from, t.valid_to))
            union
            select p.member_id, p.candidate_id, 'EARLIER_JUDGE'
            from pairs p join judgements j on j.judge_id = p.member_id and j.officer_id = p.candidate_id
            where j.last_day > (select coalesce(r.frozen_on, cast(:today as date)) from rounds r where r.id = :round)
                - make_interval(months => :months)""";

    private static final String MAY_JUDGE = """
            with pairs as (select cast(:member as uuid) as member_id, cast(:candidate as uuid) as candidate_id,
                (select min(received_on) from applications where round_id = :round and officer_id = :candidate) as since),
            derived as (%s)
            select exists (select 1 from pairs where since is not null)
                and not exists (select 1 from applications where round_id = :round and officer_id = :member)
                and not exists (
                    select 1 from (
                        select ground, candidate_id from derived
                        union all
                        select ground, candidate_id from conflicts
                        where round_id = :round and member_id = :member and (candidate_id is null or candidate_id = :candidate)) k
                    where not exists (select 1 from conflict_waivers w
                        where w.round_id = :round and w.member_id = :member and w.candidate_id = k.candidate_id and w.ground = k.ground))""".formatted(DERIVED);

    private final EntityManager entities;

    ConflictQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** @param months how far back having judged counts */
    boolean mayJudge(UUID roundId, UUID memberId, UUID candidateId, int months, LocalDate today) {
        return (Boolean) entities.createNativeQuery(MAY_JUDGE, Boolean.class)
                .setParameter("round", roundId)
                .setParameter("member", memberId)
                .setParameter("candidate", candidateId)
                .setParameter("months", months)
                .setParameter("today", today)
                .getSingleResult();
    }
}
