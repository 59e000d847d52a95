package vn.gov.hanoi.kernel.sanctioncopy;

import java.time.Instant;
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
 * One revision of a sanction as an event told it. Forms and bans that are not known yet are kept as text.
 *
 * @param revision from 1; a later one takes the place of an earlier one
 * @param effectiveOn first day
 * @param liftedOn first day without it by an acquittal; null if there is none
 * @param toldAt when the owner recorded it
 */
record ToldSanction(
        UUID caseId,
        int revision,
        UUID officerId,
        String form,
        LocalDate effectiveOn,
        List<Ban> bans,
        @Nullable LocalDate liftedOn,
        Instant toldAt) {
    private static final Set<String> TYPES = Set.of(
            "vn.gov.hanoi.discipline.sanction.imposed.v1",
            "vn.gov.hanoi.discipline.sanction.corrected.v1",
            "vn.gov.hanoi.discipline.sanction.lifted.v1");

    ToldSanction {
        bans = List.copyOf(bans);
    }

    /**
     * What it forbids.
     *
     * @param kind for example TRAINING or CANDIDACY
     * @param endsOn last day, inclusive
     */
    record Ban(String kind, LocalDate endsOn) {}

    /** Whether the event tells a sanction; later versions are sent beside these. */
    static boolean isOne(InboundEvent event) {
        return event.data() != null && TYPES.contains(event.type());
    }

    /** Throws what makes the event a dead letter. */
    static ToldSanction of(InboundEvent event) {
        var data = Objects.requireNonNull(event.data(), "event without data");
        var bans = new ArrayList<Ban>();
        data.path("bans").forEach(ban -> bans.add(new Ban(Payload.required(ban, "kind"), Payload.day(ban, "endsOn"))));
        return new ToldSanction(
                Payload.id(data, "caseId"),
                Payload.whole(data, "revision"),
                event.key(),
                Payload.required(data, "form"),
                Payload.day(data, "effectiveOn"),
                bans,
                Payload.optionalDay(data, "liftedOn"),
                Objects.requireNonNull(event.time(), "event without time"));
    }
}
