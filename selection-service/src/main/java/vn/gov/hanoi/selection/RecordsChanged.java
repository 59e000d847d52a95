package vn.gov.hanoi.selection;

import java.util.Set;
import java.util.UUID;

/** Evidence about these officers came in by events. Told inside the transaction that keeps it. */
public record RecordsChanged(Set<UUID> officers) {
    public RecordsChanged {
        officers = Set.copyOf(officers);
    }
}
