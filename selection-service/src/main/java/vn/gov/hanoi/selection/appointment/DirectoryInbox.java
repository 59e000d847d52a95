package vn.gov.hanoi.selection.appointment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.Payload;
import vn.gov.hanoi.kernel.inbox.TopicHandler;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.round.Rounds;

/** Takes what became of appointments in the directory. An answer about a state that was told before the newest one is late and left. */
@ApplicationScoped
class DirectoryInbox implements TopicHandler {
    private static final String APPLIED = "vn.gov.hanoi.directory.appointment.applied.v1";
    private static final String REFUSED = "vn.gov.hanoi.directory.appointment.refused.v1";

    private final AppointmentRepository appointments;
    private final AppointmentJournal journal;
    private final EndPost posts;
    private final Rounds rounds;

    DirectoryInbox(AppointmentRepository appointments, AppointmentJournal journal, EndPost posts, Rounds rounds) {
        this.appointments = appointments;
        this.journal = journal;
        this.posts = posts;
        this.rounds = rounds;
    }

    @Override
    public String topic() {
        return "directory.appointment";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        for (var event : events) {
            var data = event.data();
            if (data != null && (event.type().equals(APPLIED) || event.type().equals(REFUSED))) {
                take(event.type().equals(APPLIED), data);
            }
        }
    }

    /** An appointment that this service does not know becomes a dead letter. */
    private void take(boolean applied, JsonNode data) {
        var id = Payload.id(data, "appointmentId");
        var place = appointments.placeOf(id).orElseThrow(() -> new IllegalStateException("unknown appointment"));
        var round = rounds.alone(place.roundId());
        var appointment = appointments.forChange(id).orElseThrow();
        if (appointment.revision() != Payload.whole(data, "revision")) {
            return;
        }
        var caller = Caller.system("directory");
        var now = journal.stamp(caller).at();
        boolean waits = appointment.state() == AppointmentState.DECIDED;
        if (!applied && (waits || appointment.state() == AppointmentState.REVOKED)) {
            var code = Payload.required(data, "code");
            appointment.refused(code, args(data), now);
            journal.kept("refuse", appointment, Map.of("code", code), caller);
        } else if (applied && waits) {
            appointment.recorded(Payload.id(data, "assignmentId"), now);
            journal.kept("record", appointment, Map.of(), caller);
            posts.recorded(round, appointment.post().vacancyId(), caller);
        }
    }

    private static String args(JsonNode data) {
        return data.path("args").isObject() ? data.path("args").toString() : "{}";
    }
}
