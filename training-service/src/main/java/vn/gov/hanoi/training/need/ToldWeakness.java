package vn.gov.hanoi.training.need;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.Payload;

/**
 * The weak criteria of a month of an officer as evaluation-service told them.
 *
 * @param revision of the result, from 1; a later one takes the place of an earlier one
 * @param criteria codes in the rules of the month; empty if nothing is weak any more
 * @param toldAt when the owner recorded it
 */
record ToldWeakness(
        UUID officerId,
        UUID unitId,
        UUID evaluationId,
        YearMonth month,
        int revision,
        List<String> criteria,
        Instant toldAt) {
    private static final String TYPE = "vn.gov.hanoi.evaluation.weakness.found.v1";

    ToldWeakness {
        criteria = List.copyOf(criteria);
    }

    /** Whether the event tells weak criteria; later versions are sent beside these. */
    static boolean isOne(InboundEvent event) {
        return event.data() != null && event.type().equals(TYPE);
    }

    /** Throws what makes the event a dead letter. */
    static ToldWeakness of(InboundEvent event) {
        var data = Objects.requireNonNull(event.data(), "event without data");
        var criteria = new ArrayList<String>();
        data.path("criteria").forEach(each -> criteria.add(each.asText()));
        return new ToldWeakness(
                event.key(),
                Payload.id(data, "unitId"),
                Payload.id(data, "evaluationId"),
                YearMonth.parse(Payload.required(data, "period")),
                Payload.whole(data, "revision"),
                criteria,
                Objects.requireNonNull(event.time(), "event without time"));
    }

    /** The plan of the year after the month can meet it. */
    int year() {
        return month.getYear() + 1;
    }
}
