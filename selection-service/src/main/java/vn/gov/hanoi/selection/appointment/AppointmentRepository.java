package vn.gov.hanoi.selection.appointment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.appointment.AppointmentApi.PersonView;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** Loads and keeps appointments and the outcomes of posts. */
@ApplicationScoped
class AppointmentRepository implements PanacheRepositoryBase<Appointment, UUID> {
    private static final String OUTCOME = """
            insert into post_outcomes (vacancy_id, round_id, outcome, ended_on, number, signed_on, issuer, reason_code, reason_text,
                made_at, made_by)
            values (:vacancy, :round, :outcome, :endedOn, :number, cast(:signedOn as date), :issuer, :reasonCode, :reasonText, :at, :by)""";

    /** Days on which the officer held this place in this unit, the latest first. */
    private static final String HELD = """
            select valid_from, valid_to from assignments
            where officer_id = :officer and unit_id = :unit and position = :position and valid_from < :day order by valid_from desc""";

    /** Where an appointment belongs, told before anything is loaded: a lock taken later must see its newest version. */
    record Place(UUID roundId, UUID applicationId, UUID officerId) {}

    Optional<Place> placeOf(UUID id) {
        return find("select roundId, applicationId, officerId from Appointment where id = ?1", id)
                .project(Place.class)
                .singleResultOptional();
    }

    /** Held until the end of the transaction. */
    Optional<Appointment> forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Appointment> ofPost(UUID vacancyId) {
        return list("post.vacancyId = ?1 order by createdAt, id", vacancyId);
    }

    /** Proposals of a person for other posts. */
    List<Appointment> proposedElsewhere(UUID officerId, UUID except) {
        return list(
                "officerId = ?1 and state = ?2 and id <> ?3 order by id", officerId, AppointmentState.PROPOSED, except);
    }

    /** An erased officer has no code and no name any more. */
    @SuppressWarnings("unchecked")
    PersonView person(UUID officerId) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("select officer_code, full_name from officers where id = :id", Tuple.class)
                .setParameter("id", officerId)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new PersonView(
                        officerId, row.get("officer_code", String.class), row.get("full_name", String.class)))
                .orElseGet(() -> new PersonView(officerId, "", ""));
    }

    /** Places that a post has. */
    int places(UUID vacancyId) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select positions from vacancies where id = :id")
                        .setParameter("id", vacancyId)
                        .getSingleResult())
                .intValue();
    }

    /**
     * First day of the time without a break in which the officer has held the place until a day; the day itself if none.
     */
    @SuppressWarnings("unchecked")
    LocalDate heldSince(UUID officerId, ProposedPost post, LocalDate day) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery(HELD, Tuple.class)
                .setParameter("officer", officerId)
                .setParameter("unit", post.unitId())
                .setParameter("position", post.position().name())
                .setParameter("day", day)
                .getResultList();
        var since = day;
        for (var row : rows) {
            @Nullable LocalDate until = row.get("valid_to", LocalDate.class);
            if (until != null && until.isBefore(since)) {
                return since;
            }
            since = row.get("valid_from", LocalDate.class);
        }
        return since;
    }

    boolean hasEnded(UUID vacancyId) {
        return count("select count(*) from post_outcomes where vacancy_id = :id", vacancyId) > 0;
    }

    /** Posts of a round whose selection has ended. */
    long endedPosts(UUID roundId) {
        return count("select count(*) from post_outcomes where round_id = :id", roundId);
    }

    private long count(String sql, UUID id) {
        return ((Number) getEntityManager()
                        .createNativeQuery(sql)
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue();
    }

    /** How the selection for a post has ended; it is never changed. */
    record Outcome(
            UUID vacancyId,
            UUID roundId,
            boolean appointed,
            LocalDate endedOn,
            @Nullable DecisionPart decision,
            @Nullable ReasonPart reason) {}

    void end(Outcome outcome, Stamp stamp) {
        var decision = outcome.decision();
        var reason = outcome.reason();
        getEntityManager()
                .createNativeQuery(OUTCOME)
                .setParameter("vacancy", outcome.vacancyId())
                .setParameter("round", outcome.roundId())
                .setParameter("outcome", outcome.appointed() ? "APPOINTED" : "NOT_APPOINTED")
                .setParameter("endedOn", outcome.endedOn())
                .setParameter("number", decision == null ? null : decision.number())
                .setParameter(
                        "signedOn",
                        decision == null ? null : decision.signedOn().toString())
                .setParameter("issuer", decision == null ? null : decision.issuer())
                .setParameter("reasonCode", reason == null ? null : reason.code())
                .setParameter("reasonText", reason == null ? null : reason.text())
                .setParameter("at", stamp.at())
                .setParameter("by", stamp.by())
                .executeUpdate();
    }
}
