package vn.gov.hanoi.kernel.sanctioncopy;

import java.util.Set;
import java.util.UUID;

/** Told in the transaction that keeps news of discipline, so that rooms which rest on it keep what follows in the same one. */
public record SanctionsTold(Set<UUID> officers) {
    public SanctionsTold {
        officers = Set.copyOf(officers);
    }
}
