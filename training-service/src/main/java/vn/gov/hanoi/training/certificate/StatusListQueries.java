package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.gov.hanoi.training.credential.StatusList;
import vn.gov.hanoi.training.credential.StatusPurpose;

/** Reads status lists; public, since they name nobody. Inside a transaction. */
@ApplicationScoped
class StatusListQueries {
    private final EntityManager entities;

    StatusListQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** What tells one state of a list from the next. */
    record Revision(long number, Instant changedAt) {}

    Optional<Revision> revision(int list) {
        // The share lock lets nobody change the list between this and reading it.
        var row = (Tuple) entities.createNativeQuery(
                        "select revision, changed_at from certificate_lists where list = :list for share", Tuple.class)
                .setParameter("list", list)
                .getSingleResultOrNull();
        return Optional.ofNullable(row)
                .map(each -> new Revision(each.get("revision", Long.class), each.get("changed_at", Instant.class)));
    }

    @SuppressWarnings("unchecked")
    StatusList list(StatusPurpose purpose, int list, Revision revision) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select list_index, state, reason_code from certificates where list = :list", Tuple.class)
                .setParameter("list", list)
                .getResultList();
        var issued = new BitSet(StatusList.SIZE);
        var reasons = new TreeMap<Integer, String>();
        var told = purpose == StatusPurpose.REVOCATION ? CertificateState.REVOKED : CertificateState.SUSPENDED;
        for (var row : rows) {
            int place = row.get("list_index", Integer.class);
            issued.set(place);
            if (row.get("state", String.class).equals(told.name())) {
                reasons.put(place, row.get("reason_code", String.class));
            }
        }
        return new StatusList(purpose, list, revision.changedAt(), issued, reasons);
    }
}
