package vn.gov.hanoi.evaluation.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/**
 * Payload of directory.officer recorded v1, internal to the suite; its schema is schemas/directory.officer.recorded.v1.json. The category
 * on top is that of the day of recording. Birth date, sex, personal number and absences are nobody else's business.
 */
record OfficerRecorded(
        UUID id, String officerCode, String fullName, Category category, long version, List<Held> assignments) {
    record Held(
            UUID id,
            UUID unitId,
            Position position,
            String title,
            boolean leader,
            boolean main,
            PostKind kind,
            Category category,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    static OfficerRecorded of(Officer officer, LocalDate today) {
        return new OfficerRecorded(
                officer.id(),
                officer.officerCode(),
                officer.identity().fullName(),
                officer.category(today),
                officer.version(),
                officer.posts().stream()
                        .map(post -> new Held(
                                post.id(),
                                post.unitId(),
                                post.position(),
                                post.title(),
                                post.leader(),
                                post.main(),
                                post.kind(),
                                post.category(),
                                post.validity().from(),
                                post.validity().to()))
                        .toList());
    }

    EventDraft draft() {
        return new EventDraft("directory.officer", "recorded", 1, "officers", id, id, this);
    }
}
