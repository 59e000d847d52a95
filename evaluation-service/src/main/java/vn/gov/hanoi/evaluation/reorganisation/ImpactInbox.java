package vn.gov.hanoi.evaluation.reorganisation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.reorganisation.ImpactRepository.Impact;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.ImpactCount;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/** Takes what training-service and selection-service count for a draft. */
@ApplicationScoped
class ImpactInbox implements TopicHandler {
    private static final String COUNTED = "vn.gov.hanoi.reorganisation.impact.counted.v1";

    private final ImpactRepository impacts;

    ImpactInbox(ImpactRepository impacts) {
        this.impacts = impacts;
    }

    @Override
    public String topic() {
        return "reorganisation.impact";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        var known = new ArrayList<Impact>();
        for (var event : events) {
            var data = event.data();
            if (data != null && event.type().equals(COUNTED)) {
                known.add(impact(event.key(), data));
            }
        }
        impacts.keep(known);
    }

    private static Impact impact(UUID planId, JsonNode data) {
        var counts = new ArrayList<ImpactCount>();
        for (var each : data.path("counts")) {
            var amount = each.path("amountVnd");
            counts.add(new ImpactCount(
                    each.path("kind").asText(),
                    UUID.fromString(each.path("unitId").asText()),
                    each.path("number").asLong(),
                    amount.isIntegralNumber() ? Long.valueOf(amount.longValue()) : null));
        }
        return new Impact(
                planId, data.path("service").asText(), data.path("planVersion").asLong(), counts);
    }
}
