package vn.gov.hanoi.evaluation.objection;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** What is told of objections on evaluation.objection; the schemas are schemas/evaluation.objection.*.v1.json. No names, points and grounds leave. */
sealed interface ObjectionEvent {
    UUID objectionId();

    UUID officerId();

    default EventDraft draft() {
        var fact =
                switch (this) {
                    case Received _ -> "received";
                    case Resolved _ -> "resolved";
                    case Withdrawn _ -> "withdrawn";
                };
        return new EventDraft("evaluation.objection", fact, 1, "objections", objectionId(), officerId(), this);
    }

    /** An officer objects to a result. */
    record Received(
            UUID objectionId,
            UUID evaluationId,
            UUID officerId,
            UUID unitId,
            UUID ratingUnitId,
            UUID closingId,
            String period,
            LocalDate dueOn)
            implements ObjectionEvent {}

    /**
     * It was accepted or rejected.
     *
     * @param resultId revision in the place of the contested one; null if it was rejected
     */
    record Resolved(
            UUID objectionId,
            UUID evaluationId,
            UUID officerId,
            UUID closingId,
            String period,
            ObjectionState state,
            @Nullable UUID resultId)
            implements ObjectionEvent {}

    /** The officer took it back. */
    record Withdrawn(UUID objectionId, UUID evaluationId, UUID officerId, UUID closingId, String period)
            implements ObjectionEvent {}

    static ObjectionEvent received(Objection objection) {
        var about = objection.about();
        return new Received(
                objection.id(),
                about.evaluationId(),
                about.officerId(),
                about.unitId(),
                about.ratingUnitId(),
                about.closingId(),
                about.period().text(),
                objection.deadlines().dueOn());
    }

    static ObjectionEvent resolved(Objection objection) {
        var about = objection.about();
        var ending = objection.ending();
        return new Resolved(
                objection.id(),
                about.evaluationId(),
                about.officerId(),
                about.closingId(),
                about.period().text(),
                objection.state(),
                ending == null ? null : ending.resultId());
    }

    static ObjectionEvent withdrawn(Objection objection) {
        var about = objection.about();
        return new Withdrawn(
                objection.id(),
                about.evaluationId(),
                about.officerId(),
                about.closingId(),
                about.period().text());
    }
}
