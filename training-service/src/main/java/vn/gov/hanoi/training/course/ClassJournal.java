package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.scope.Caller;

/** Writes what happened to a class: one audit entry and one event, in the transaction of the change. */
@ApplicationScoped
class ClassJournal {
    private final AuditTrail audit;
    private final OutboxWriter outbox;

    ClassJournal(AuditTrail audit, OutboxWriter outbox) {
        this.audit = audit;
        this.outbox = outbox;
    }

    /** @param details facts for the audit entry; no personal data */
    void record(TrainingClass of, ClassEvent.Fact fact, String action, Map<String, ?> details, Caller caller) {
        audit.record(caller, new AuditTrail.Act(action, "classes", of.id(), of.unitId(), details));
        outbox.write(ClassEvent.of(of, fact).draft());
    }
}
