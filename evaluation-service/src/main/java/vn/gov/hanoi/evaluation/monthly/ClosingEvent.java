package vn.gov.hanoi.evaluation.monthly;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** What is told of closings on evaluation.closing; the schemas are schemas/evaluation.closing.*.v1.json. No names and no reasons leave. */
final class ClosingEvent {
    private static final String TOPIC = "evaluation.closing";

    private ClosingEvent() {}

    /**
     * A month was opened, or opened again for those who came since.
     *
     * @param added sheets that were opened by it
     */
    record Opened(UUID closingId, UUID unitId, String period, int added) {}

    /**
     * Sheets were decided by a part of a file.
     *
     * @param decided their number, from 1
     */
    record Filled(UUID closingId, UUID unitId, String period, UUID importId, int decided) {}

    /** The results of a month were told, each by an event of its own before this one. */
    record Published(UUID closingId, UUID unitId, String period, int results) {}

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

    static EventDraft opened(Closing closing, int added) {
        var data = new Opened(closing.id(), closing.unitId(), closing.period().text(), added);
        return draft("opened", closing.id(), closing.unitId(), data);
    }

    /** One event for each closing of the sheets. */
    static List<EventDraft> filled(List<EvaluationSheet> decided, UUID importId) {
        return decided.stream()
                .collect(Collectors.groupingBy(EvaluationSheet::closingId, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(sheets -> filled(sheets.getFirst(), sheets.size(), importId))
                .toList();
    }

    private static EventDraft filled(EvaluationSheet one, int decided, UUID importId) {
        var unit = one.person().ratingUnitId();
        var data = new Filled(one.closingId(), unit, one.period().text(), importId, decided);
        return draft("filled", one.closingId(), unit, data);
    }

    static EventDraft published(Closing closing, int results) {
        var data =
                new Published(closing.id(), closing.unitId(), closing.period().text(), results);
        return draft("published", closing.id(), closing.unitId(), data);
    }

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
