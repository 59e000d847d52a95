package vn.gov.hanoi.selection.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.selection.application.ApplicationApi.OfficerRef;
import vn.gov.hanoi.selection.condition.Facts;

/** Reads candidates from this service's copy of the directory; inside the transaction of its caller. */
@ApplicationScoped
public class PersonQueries {
    private final EntityManager entities;

    PersonQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** An erased officer has no code and no name any more. */
    @SuppressWarnings("unchecked")
    public OfficerRef person(UUID id) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select officer_code, full_name from officers where id = :id", Tuple.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row ->
                        new OfficerRef(id, row.get("officer_code", String.class), row.get("full_name", String.class)))
                .orElseGet(() -> new OfficerRef(id, "", ""));
    }

    /** Main posts of an officer, in the order of their beginning. */
    @SuppressWarnings("unchecked")
    public List<Facts.Post> mainPosts(UUID officerId) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select id, valid_from, valid_to from assignments where officer_id = :officer and main
                        order by valid_from, id""", Tuple.class)
                .setParameter("officer", officerId)
                .getResultList();
        return rows.stream()
                .map(row -> new Facts.Post(
                        row.get("id", UUID.class),
                        row.get("valid_from", LocalDate.class),
                        row.get("valid_to", LocalDate.class)))
                .toList();
    }

    /**
     * Whether the main post on a day is in the agency of a post: within the unit above the unit of the post, or within that unit if nothing
     * is above it. Empty if there is no main post on the day.
     */
    @SuppressWarnings("unchecked")
    public Optional<Boolean> worksInAgency(UUID officerId, UUID unitOfPost, LocalDate day) {
        List<Boolean> found = entities.createNativeQuery("""
                        select exists (select 1 from unit_ancestors t
                            where t.ancestor_id = coalesce((select u.parent_id from unit_on(:unit, :day) u), :unit) and t.unit_id = a.unit_id
                            and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day))
                        from assignments a where a.officer_id = :officer and a.main
                            and a.valid_from <= :day and (a.valid_to is null or a.valid_to > :day)
                        order by a.valid_from desc, a.id desc limit 1""")
                .setParameter("unit", unitOfPost)
                .setParameter("officer", officerId)
                .setParameter("day", day)
                .getResultList();
        return found.stream().findFirst();
    }
}
