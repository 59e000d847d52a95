package vn.gov.hanoi.selection.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** Keeps an appointment together with its entry in the audit and, if the directory is concerned, its event. */
@ApplicationScoped
class AppointmentJournal {
    private final AppointmentRepository appointments;
    private final AuditTrail audit;
    private final OutboxWriter outbox;
    private final Clock clock;

    AppointmentJournal(AppointmentRepository appointments, AuditTrail audit, OutboxWriter outbox, Clock clock) {
        this.appointments = appointments;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    Stamp stamp(Caller caller) {
        return new Stamp(clock.instant(), caller.subject());
    }

    /** @param details without personal data */
    void kept(String act, Appointment appointment, Map<String, ?> details, Caller caller) {
        appointments.persistAndFlush(appointment);
        record(act, "appointments", appointment.id(), appointment.post().unitId(), details, caller);
    }

    /** The same, and the directory is told. */
    void told(String act, Appointment appointment, Map<String, ?> details, Caller caller) {
        kept(act, appointment, details, caller);
        outbox.write(AppointmentEvent.draft(appointment));
    }

    void record(String act, String collection, UUID id, UUID unitId, Map<String, ?> details, Caller caller) {
        audit.record(caller, new AuditTrail.Act("appointment." + act, collection, id, unitId, details));
    }
}
