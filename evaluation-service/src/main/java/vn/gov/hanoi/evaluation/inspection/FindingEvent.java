package vn.gov.hanoi.evaluation.inspection;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/**
 * What is told of findings on inspection.finding, keyed by the unit; the schemas are schemas/inspection.finding.*.v1.json. There is none before
 * an inspection has begun, and neither persons nor words leave.
 */
sealed interface FindingEvent {
    UUID findingId();

    UUID unitId();

    default EventDraft draft() {
        var fact =
                switch (this) {
                    case Recorded _ -> "recorded";
                    case Closed _ -> "closed";
                };
        return new EventDraft("inspection.finding", fact, 1, "findings", findingId(), unitId(), this);
    }

    /** @param repeatOf the finding of which it is a repeat; null if it is none */
    record Recorded(
            UUID findingId,
            UUID inspectionId,
            String type,
            UUID unitId,
            LocalDate happenedOn,
            FindingRules.Severity severity,
            LocalDate dueOn,
            @Nullable UUID repeatOf)
            implements FindingEvent {}

    /** Remedied, or taken back. */
    record Closed(UUID findingId, UUID inspectionId, String type, UUID unitId, Finding.State state)
            implements FindingEvent {}

    static FindingEvent recorded(Finding finding) {
        return new Recorded(
                finding.id(),
                finding.inspectionId(),
                finding.type(),
                finding.unitId(),
                finding.happenedOn(),
                finding.severity(),
                finding.dueOn(),
                finding.repeatOf());
    }

    static FindingEvent closed(Finding finding) {
        return new Closed(finding.id(), finding.inspectionId(), finding.type(), finding.unitId(), finding.state());
    }
}
