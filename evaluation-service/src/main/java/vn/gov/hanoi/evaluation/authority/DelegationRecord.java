package vn.gov.hanoi.evaluation.authority;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * A delegation as it is recorded.
 *
 * @param signedOn day of the order; null only for records made before it was kept
 * @param issuer agency that issued the order; null only for records made before it was kept
 * @param revoked whether the last day was set by a revocation
 * @param version of the record, from 1
 */
record DelegationRecord(
        Delegation delegation,
        @Nullable LocalDate signedOn,
        @Nullable String issuer,
        boolean revoked,
        long version) {
    UUID id() {
        return delegation.id();
    }

    /** In the next version, without force from this day on. */
    DelegationRecord revokedOn(LocalDate day) {
        var ended = new Delegation(
                delegation.id(),
                delegation.fromOfficerId(),
                delegation.toOfficerId(),
                delegation.unitId(),
                delegation.actions(),
                delegation.mayRedelegate(),
                delegation.parentId(),
                delegation.decisionNumber(),
                new Validity(delegation.validity().from(), day));
        return new DelegationRecord(ended, signedOn, issuer, true, version + 1);
    }
}
