package vn.gov.hanoi.evaluation.monthly;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** What is told of closings on evaluation.closing; the schemas are schemas/evaluation.closing.*.v1.json. No names and no reasons leave. */
final class ClosingEvent {
    private static final String TOPIC = "evaluation.closing";

    private ClosingEvent() {}

    /**
     * A month was signed off.
     *
     * @param lock number of the lock, from 1
     * @param supersedes digest of the lock before; null for the first
     */
    record Locked(
            UUID closingId,
            UUID unitId,
            String period,
            int lock,
            String digest,
            int results,
            @Nullable String supersedes) {}

    /**
     * A lock was undone: its results may change.
     *
     * @param digest that no longer holds
     * @param annualClosings those with classifications that rest on results of the month
     */
    record Reopened(
            UUID closingId,
            UUID unitId,
            String period,
            int lock,
            String digest,
            String decisionNumber,
            List<UUID> annualClosings) {}

    static EventDraft locked(Locked data) {
        return draft("locked", data.closingId(), data.unitId(), data);
    }

    static EventDraft reopened(Reopened data) {
        return draft("reopened", data.closingId(), data.unitId(), data);
    }

    private static EventDraft draft(String fact, UUID closingId, UUID unitId, Object data) {
        return new EventDraft(TOPIC, fact, 1, "closings", closingId, unitId, data);
    }
}
