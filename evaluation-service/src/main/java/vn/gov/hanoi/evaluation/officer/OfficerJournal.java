package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.scope.Caller;

/** Records one change of an officer with its audit entry and its event, so that none of the three is forgotten. */
@ApplicationScoped
class OfficerJournal {
    private final OfficerRepository officers;
    private final AuditTrail audit;
    private final OfficerEventQueries events;

    OfficerJournal(OfficerRepository officers, AuditTrail audit, OfficerEventQueries events) {
        this.officers = officers;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param before null if the officer is new
     * @param unitId unit that the act concerns
     * @param details without personal data
     */
    void record(
            @Nullable Officer before,
            Officer after,
            Stamp stamp,
            Caller caller,
            String action,
            UUID unitId,
            Map<String, ?> details) {
        if (before == null) {
            officers.insertAll(List.of(after), stamp);
        } else {
            officers.updateAll(List.of(new OfficerRepository.Change(before, after)), stamp);
        }
        audit.record(caller, new AuditTrail.Act(action, "officers", after.id(), unitId, details));
        events.write(List.of(after));
    }
}
