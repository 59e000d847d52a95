package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.training.credential.Credential.StatusPlace;
import vn.gov.hanoi.training.credential.StatusList;

/** Stores certificates and gives places in the status lists; inside a transaction. */
@ApplicationScoped
class CertificateRepository {
    private static final int FULL = StatusList.SIZE / 2;

    private final EntityManager entities;
    private final CertificateNumbers numbers;
    private final Clock clock;

    CertificateRepository(EntityManager entities, CertificateNumbers numbers, Clock clock) {
        this.entities = entities;
        this.numbers = numbers;
        this.clock = clock;
    }

    void add(Certificate made) {
        entities.persist(made);
        entities.flush();
    }

    /** The certificate, locked until the end of the transaction. */
    Optional<Certificate> hold(UUID id) {
        return Optional.ofNullable(entities.find(Certificate.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Certificate> find(UUID id) {
        return Optional.ofNullable(entities.find(Certificate.class, id));
    }

    /** What was issued for the enrolment, the latest first. */
    List<Certificate> ofEnrolment(UUID enrolmentId) {
        return entities.createQuery(
                        "from Certificate c where c.enrolmentId = :enrolment order by c.createdAt desc, c.id desc",
                        Certificate.class)
                .setParameter("enrolment", enrolmentId)
                .getResultList();
    }

    /** Enrolments of the class for which anything was ever issued. */
    Set<UUID> enrolmentsOf(UUID classId) {
        return Set.copyOf(entities.createQuery(
                        "select distinct c.enrolmentId from Certificate c where c.classId = :class", UUID.class)
                .setParameter("class", classId)
                .getResultList());
    }

    /** Gives the row its new version, and constraints their say. */
    void flush() {
        entities.flush();
    }

    /** Whether an old certificate of this issuer and number is recorded. */
    boolean isKnown(String legacyIssuer, String legacyNumber) {
        return !entities.createQuery(
                        "select 1 from Certificate c where c.legacyIssuer = :issuer and c.legacyNumber = :number",
                        Integer.class)
                .setParameter("issuer", legacyIssuer)
                .setParameter("number", legacyNumber)
                .getResultList()
                .isEmpty();
    }

    /** A free place by lot. The lock of the list makes takers wait for one another, so that none is given twice. */
    StatusPlace takePlace() {
        var newest = newest();
        if (newest.taken() >= FULL) {
            entities.createNativeQuery(
                            "insert into certificate_lists (list, taken, revision, changed_at) values (:list, 0, 0, :now) on conflict do nothing")
                    .setParameter("list", newest.list() + 1)
                    .setParameter("now", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                    .executeUpdate();
            newest = newest();
        }
        int index = numbers.place(StatusList.SIZE);
        while (isTaken(newest.list(), index)) {
            index = numbers.place(StatusList.SIZE);
        }
        entities.createNativeQuery("update certificate_lists set taken = taken + 1 where list = :list")
                .setParameter("list", newest.list())
                .executeUpdate();
        return new StatusPlace(newest.list(), index);
    }

    /** Says that the list is to be signed anew. */
    void changed(int list) {
        entities.createNativeQuery(
                        "update certificate_lists set revision = revision + 1, changed_at = greatest(changed_at, :now) where list = :list")
                .setParameter("now", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setParameter("list", list)
                .executeUpdate();
    }

    private record Newest(int list, int taken) {}

    private Newest newest() {
        var row = (Object[]) entities.createNativeQuery(
                        "select list, taken from certificate_lists order by list desc limit 1 for update")
                .getSingleResult();
        return new Newest(((Number) row[0]).intValue(), ((Number) row[1]).intValue());
    }

    private boolean isTaken(int list, int index) {
        return !entities.createNativeQuery("select 1 from certificates where list = :list and list_index = :index")
                .setParameter("list", list)
                .setParameter("index", index)
                .getResultList()
                .isEmpty();
    }
}
