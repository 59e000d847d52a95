package vn.gov.hanoi.evaluation.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** Payload of directory.unit recorded v1; its schema is schemas/directory.unit.recorded.v1.json. */
record UnitRecorded(
        UUID id,
        String code,
        String name,
        UnitType type,
        @Nullable UUID parentId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version) {
    EventDraft draft() {
        return new EventDraft("directory.unit", "recorded", 1, "units", id, id, this);
    }
}
