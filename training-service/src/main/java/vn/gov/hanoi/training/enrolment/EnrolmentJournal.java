package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.scope.Caller;

/** Writes what happened to enrolments: an audit entry and an event for each, in the transaction of the change. */
@ApplicationScoped
class EnrolmentJournal {
    private final AuditTrail audit;
    private final OutboxWriter outbox;

    EnrolmentJournal(AuditTrail audit, OutboxWriter outbox) {
        this.audit = audit;
        this.outbox = outbox;
    }

    /** What everybody may learn who follows the learners. */
    void record(String action, Collection<Enrolment> changed, Caller caller) {
        audit(action, changed, caller);
        outbox.writeAll(changed.stream().map(EnrolmentEvent::of).toList());
    }

    /** What stays in the house until the class is closed. */
    void audit(String action, Collection<Enrolment> changed, Caller caller) {
        audit.recordAll(
                caller,
                changed.stream()
                        .map(each -> new AuditTrail.Act(
                                action,
                                "enrolments",
                                each.id(),
                                each.learner().unitId(),
                                Map.of("classId", each.classId(), "state", each.state())))
                        .toList());
    }
}
