package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import vn.gov.hanoi.evaluation.inspection.Accountability.Entry;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Keeps a finding together with who answers for it, its entry in the audit and its event, and answers with it; none can be forgotten. The
 * months of those who answer are held first, so that who decides one either knows of it or is told.
 */
@ApplicationScoped
class FindingJournal {
    private final FindingRepository findings;
    private final AccountabilityRepository accountability;
    private final FindingViews views;
    private final Event<OfficerCharged> charged;
    private final OutboxWriter outbox;
    private final AuditTrail audit;

    FindingJournal(
            FindingRepository findings,
            AccountabilityRepository accountability,
            FindingViews views,
            Event<OfficerCharged> charged,
            OutboxWriter outbox,
            AuditTrail audit) {
        this.findings = findings;
        this.accountability = accountability;
        this.views = views;
        this.charged = charged;
        this.outbox = outbox;
        this.audit = audit;
    }

    Answer recorded(Finding finding, List<Entry> entries, Caller caller) {
        hold(entries);
        findings.insert(finding, caller.subject());
        accountability.insert(entries, finding.recordedAt());
        entries.forEach(entry -> charged.fire(new OfficerCharged(entry.officerId(), entry.month())));
        record("record", finding, caller);
        outbox.write(FindingEvent.recorded(finding).draft());
        return Answer.created(FindingViews.PATH + finding.id(), views.full(finding.id(), caller), 1);
    }

    /** @param verb what was done */
    Answer kept(String verb, Finding after, Caller caller) {
        findings.save(after);
        var closed = after.closed();
        if (after.state() == Finding.State.WITHDRAWN && closed != null) {
            var entries = accountability.of(after.id());
            hold(entries);
            accountability.withdraw(after.id(), closed.at());
            entries.forEach(entry -> charged.fire(new OfficerCharged(entry.officerId(), entry.month())));
        }
        record(verb, after, caller);
        if (closed != null) {
            outbox.write(FindingEvent.closed(after).draft());
        }
        return Answer.ok(views.full(after.id(), caller), after.rowVersion() + 1);
    }

    private void hold(List<Entry> entries) {
        if (!entries.isEmpty()) {
            accountability.hold(
                    entries.stream().map(Entry::officerId).toList(),
                    entries.getFirst().month());
        }
    }

    private void record(String verb, Finding finding, Caller caller) {
        audit.record(
                caller,
                new AuditTrail.Act(
                        "finding." + verb,
                        "findings",
                        finding.id(),
                        finding.unitId(),
                        Map.of(
                                "type",
                                finding.type(),
                                "state",
                                finding.state().name(),
                                "aggravated",
                                finding.aggravated())));
    }
}
