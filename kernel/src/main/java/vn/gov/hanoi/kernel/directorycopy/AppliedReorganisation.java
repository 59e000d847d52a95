package vn.gov.hanoi.kernel.directorycopy;

import static vn.gov.hanoi.kernel.inbox.Payload.day;
import static vn.gov.hanoi.kernel.inbox.Payload.id;
import static vn.gov.hanoi.kernel.inbox.Payload.required;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A reorganisation as it was decided.
 *
 * @param effectiveOn first day of the new order
 * @param decisionNumber number of the decision
 * @param successions who takes over which share of whom; all that a unit gives is 1 if the unit ends
 * @param handovers who goes on with the open work of a unit that ends
 */
public record AppliedReorganisation(
        UUID planId,
        long version,
        LocalDate effectiveOn,
        String decisionNumber,
        List<Succession> successions,
        List<Handover> handovers) {
    private static final int MOST = 25_000;

    /** @param share above 0 to 1, 4 decimals */
    public record Succession(UUID fromUnitId, UUID toUnitId, BigDecimal share) {}

    /** Open work goes from one unit to another. */
    public record Handover(UUID fromUnitId, UUID toUnitId) {}

    static AppliedReorganisation of(JsonNode data) {
        var successions = new ArrayList<Succession>();
        for (var each : bounded(data.path("successions"))) {
            var share = new BigDecimal(required(each, "share"));
            if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("a share outside 0 to 1");
            }
            successions.add(new Succession(id(each, "fromUnitId"), id(each, "toUnitId"), share));
        }
        var handovers = new ArrayList<Handover>();
        for (var each : bounded(data.path("handovers"))) {
            handovers.add(new Handover(id(each, "fromUnitId"), id(each, "toUnitId")));
        }
        return new AppliedReorganisation(
                id(data, "planId"),
                Long.parseLong(required(data, "version")),
                day(data, "effectiveOn"),
                required(data, "decisionNumber"),
                List.copyOf(successions),
                List.copyOf(handovers));
    }

    private static JsonNode bounded(JsonNode list) {
        if (list.size() > MOST) {
            throw new IllegalArgumentException("a reorganisation of too many units");
        }
        return list;
    }
}
