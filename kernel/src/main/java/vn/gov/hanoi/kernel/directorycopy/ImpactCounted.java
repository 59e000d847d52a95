package vn.gov.hanoi.kernel.directorycopy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** Payload of reorganisation.impact counted v1; its schema is schemas/reorganisation.impact.counted.v1.json. */
record ImpactCounted(UUID planId, long planVersion, String service, List<Part> counts) {
    record Part(
            String kind,
            UUID unitId,
            long number,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long amountVnd) {}

    static ImpactCounted of(UUID planId, long planVersion, String service, List<ImpactQueries.Count> counts) {
        return new ImpactCounted(
                planId,
                planVersion,
                service,
                counts.stream()
                        .map(each -> new Part(each.kind(), each.unitId(), each.number(), each.amountVnd()))
                        .toList());
    }

    EventDraft draft() {
        return new EventDraft("reorganisation.impact", "counted", 1, "reorganisations", planId, planId, this);
    }
}
