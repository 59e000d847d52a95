package vn.gov.hanoi.evaluation.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** Payload of directory.officer recorded v1, internal to the suite; its schema is schemas/directory.officer.recorded.v1.json. */
record OfficerRecorded(
        UUID id, String officerCode, String fullName, Category category, long version, List<Post> assignments) {
    record Post(
            UUID id,
            UUID unitId,
            Position position,
            String title,
            boolean leader,
            boolean main,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    EventDraft draft() {
        return new EventDraft("directory.officer", "recorded", 1, "officers", id, id, this);
    }
}
