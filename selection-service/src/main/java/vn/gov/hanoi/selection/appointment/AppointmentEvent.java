package vn.gov.hanoi.selection.appointment;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/**
 * Payload of selection.appointment decided and revoked v1, internal to the suite. It names no person.
 *
 * @param id of the appointment
 * @param revision number of the told state; the newest counts
 * @param effectiveOn first day, in Hanoi
 */
record AppointmentEvent(
        UUID id,
        int revision,
        UUID roundId,
        UUID vacancyId,
        UUID officerId,
        UUID unitId,
        Position position,
        String title,
        LocalDate effectiveOn,
        int termMonths,
        int probationMonths,
        String decisionNumber) {
    private static final String TOPIC = "selection.appointment";

    /** Under the key of the officer, so that the directory sees the acts on one appointment in their order. */
    static EventDraft draft(Appointment appointment) {
        var post = appointment.post();
        var data = new AppointmentEvent(
                appointment.id(),
                appointment.revision(),
                appointment.roundId(),
                post.vacancyId(),
                appointment.officerId(),
                post.unitId(),
                post.position(),
                post.title(),
                Objects.requireNonNull(appointment.effectiveOn()),
                post.termMonths(),
                post.probationMonths(),
                appointment.decisionNumber());
        var fact = appointment.state() == AppointmentState.REVOKED ? "revoked" : "decided";
        return new EventDraft(TOPIC, fact, 1, "appointments", appointment.id(), appointment.officerId(), data);
    }
}
