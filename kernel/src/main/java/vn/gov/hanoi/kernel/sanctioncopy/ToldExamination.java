package vn.gov.hanoi.kernel.sanctioncopy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.Payload;

/**
 * A case of discipline that is or was considered, as an event told it.
 *
 * @param beganOn first day
 * @param endedOn first day on which it was considered no more; null while it is
 * @param bans what is forbidden meanwhile, for example TRAINING; those that are not known yet are kept as text
 */
record ToldExamination(
        UUID caseId,
        UUID officerId,
        LocalDate beganOn,
        @Nullable LocalDate endedOn,
        List<String> bans) {
    private static final Set<String> TYPES =
            Set.of("vn.gov.hanoi.discipline.examination.begun.v1", "vn.gov.hanoi.discipline.examination.ended.v1");

    ToldExamination {
        bans = List.copyOf(bans);
    }

    /** Whether the event tells one; later versions are sent beside these. */
    static boolean isOne(InboundEvent event) {
        return event.data() != null && TYPES.contains(event.type());
    }

    /** Throws what makes the event a dead letter. */
    static ToldExamination of(InboundEvent event) {
        var data = Objects.requireNonNull(event.data(), "event without data");
        var bans = new ArrayList<String>();
        data.path("bans").forEach(ban -> bans.add(ban.asText()));
        return new ToldExamination(
                Payload.id(data, "caseId"),
                event.key(),
                Payload.day(data, "beganOn"),
                Payload.optionalDay(data, "endedOn"),
                bans);
    }
}
