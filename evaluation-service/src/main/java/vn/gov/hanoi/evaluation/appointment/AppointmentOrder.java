package vn.gov.hanoi.evaluation.appointment;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.AppointLeader;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.kernel.outbox.EventDraft;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * An appointment as it was told, with what became of it here.
 *
 * @param id the appointment in selection-service
 * @param revision number of the newest told state, from 1
 * @param assignmentId the recorded post; null unless applied
 * @param refusal code of the rule against it; null if none
 * @param refusalArgs facts of the refusal; no personal data
 */
record AppointmentOrder(
        UUID id,
        int revision,
        UUID officerId,
        UUID unitId,
        Position position,
        String title,
        LocalDate effectiveOn,
        String decisionNumber,
        OrderState state,
        @Nullable UUID assignmentId,
        @Nullable String refusal,
        Map<String, Object> refusalArgs) {
    /** A revocation that came after the post was recorded: a person has to put the directory right. */
    static final String REVOKED_LATE = "appointment.revoked-late";

    private static final String TOPIC = "directory.appointment";

    /** Payload of directory.appointment applied v1. */
    record Applied(
            UUID appointmentId, int revision, UUID officerId, UUID unitId, UUID assignmentId, LocalDate effectiveOn) {}

    /** Payload of directory.appointment refused v1. @param code of the rule */
    record Refused(
            UUID appointmentId, int revision, UUID officerId, UUID unitId, String code, Map<String, Object> args) {}

    /**
     * The order after something newer was told. What is recorded in the directory stays recorded: telling it again changes nothing, and
     * a revocation of it is noted.
     */
    AppointmentOrder after(AppointmentOrder told) {
        if (state != OrderState.APPLIED) {
            return told;
        }
        return with(
                told.revision,
                OrderState.APPLIED,
                assignmentId,
                told.state == OrderState.REVOKED ? REVOKED_LATE : null,
                Map.of());
    }

    AppointmentOrder applied(UUID post) {
        return with(revision, OrderState.APPLIED, post, null, Map.of());
    }

    AppointmentOrder refused(Refusal why) {
        return with(revision, OrderState.REFUSED, null, why.code().code(), why.args());
    }

    AppointLeader.LeadingPost post() {
        return new AppointLeader.LeadingPost(officerId, unitId, position, title, effectiveOn, decisionNumber);
    }

    /** What selection-service is told about it: the refusal, or the post. */
    EventDraft draft() {
        if (refusal != null) {
            return draft("refused", new Refused(id, revision, officerId, unitId, refusal, refusalArgs));
        }
        if (assignmentId == null) {
            throw new IllegalStateException("nothing became of the order yet");
        }
        return draft("applied", new Applied(id, revision, officerId, unitId, assignmentId, effectiveOn));
    }

    private EventDraft draft(String fact, Object data) {
        return new EventDraft(TOPIC, fact, 1, "appointment-orders", id, officerId, data);
    }

    private AppointmentOrder with(
            int number, OrderState next, @Nullable UUID post, @Nullable String code, Map<String, Object> args) {
        return new AppointmentOrder(
                id, number, officerId, unitId, position, title, effectiveOn, decisionNumber, next, post, code, args);
    }
}
