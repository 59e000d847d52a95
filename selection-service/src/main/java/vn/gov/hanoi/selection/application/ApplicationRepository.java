package vn.gov.hanoi.selection.application;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loads and keeps applications. */
@ApplicationScoped
class ApplicationRepository implements PanacheRepositoryBase<Application, UUID> {
    private static final String DUE = """
            select a.id from applications a join rounds r on r.id = a.round_id
            where not a.held and not exists (select 1 from appointments p where p.application_id = a.id
                    and p.state in ('PROPOSED', 'DECIDED', 'IN_FORCE', 'FAILED'))
                and coalesce(a.ended_on, r.ended_on) < :before
            order by a.id limit :most for update of a skip locked""";

    private static final String FROZEN = """
            select a.id from applications a join rounds r on r.id = a.round_id
            where a.officer_id in (:officers) and a.state = 'RECEIVED' and r.frozen_on is not null and r.state not in ('CANCELLED', 'CLOSED')
            order by a.round_id, a.id""";

    private static final String OF_PERSON = """
             k using applications a where a.id = :id and k.round_id = a.round_id and k.candidate_id = a.officer_id
            and not exists (select 1 from applications b where b.round_id = a.round_id and b.officer_id = a.officer_id and b.id <> a.id)""";

    /** The round of an application, without loading the application: a lock taken later must see its newest version. */
    Optional<UUID> roundOf(UUID id) {
        return find("select roundId from Application where id = ?1", id)
                .project(UUID.class)
                .singleResultOptional();
    }

    /** Rounds in which the officer stands or was chosen elsewhere, without loading an application. */
    List<UUID> roundsOf(UUID officerId) {
        return find(
                        "select distinct roundId from Application where officerId = ?1 and state in (?2, ?3)",
                        officerId,
                        ApplicationState.RECEIVED,
                        ApplicationState.CHOSEN_ELSEWHERE)
                .project(UUID.class)
                .list();
    }

    /** Held until the end of the transaction. */
    Optional<Application> forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether the officer stands or stood for a post of the round. */
    boolean isCandidate(UUID roundId, UUID officerId) {
        return count("roundId = ?1 and officerId = ?2", roundId, officerId) > 0;
    }

    boolean stands(UUID vacancyId, UUID officerId) {
        return count(
                        "vacancyId = ?1 and officerId = ?2 and state = ?3",
                        vacancyId,
                        officerId,
                        ApplicationState.RECEIVED)
                > 0;
    }

    @SuppressWarnings("unchecked")
    List<UUID> frozenOf(Collection<UUID> officers) {
        return getEntityManager()
                .createNativeQuery(FROZEN)
                .setParameter("officers", officers)
                .getResultList();
    }

    /** Those that ended before a day, by themselves or with their round, and that nothing holds. */
    @SuppressWarnings("unchecked")
    List<UUID> due(LocalDate before, int most) {
        return getEntityManager()
                .createNativeQuery(DUE)
                .setParameter("before", before)
                .setParameter("most", most)
                .getResultList();
    }

    /** Takes away an application with all that was found about it, and the person's ties to those who judge unless the person stands again. */
    void purge(UUID id) {
        for (var table : List.of("conflicts", "conflict_waivers")) {
            getEntityManager()
                    .createNativeQuery("delete from " + table + OF_PERSON)
                    .setParameter("id", id)
                    .executeUpdate();
        }
        for (var table : List.of(
                "appointment_steps where appointment_id in (select id from appointments where application_id",
                "appointments where application_id",
                "eligibility_overrides where application_id",
                "eligibility_checks where application_id",
                "applications where id")) {
            getEntityManager()
                    .createNativeQuery("delete from " + table + " = :id" + (table.contains("(") ? ")" : ""))
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }
}
