package vn.gov.hanoi.selection.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.ApplicationRequests.DocumentRequest;
import vn.gov.hanoi.selection.round.Round;

/** Keeps an application together with its entry in the audit. No event tells of it: who applies is nobody else's to know. */
@ApplicationScoped
class ApplicationJournal {
    private final ApplicationRepository applications;
    private final AuditTrail audit;
    private final Clock clock;

    ApplicationJournal(ApplicationRepository applications, AuditTrail audit, Clock clock) {
        this.applications = applications;
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    void received(Application application, Round round, Caller caller) {
        applications.persistAndFlush(application);
        record("receive", application, round, Map.of("source", application.source()), caller);
    }

    void kept(String act, Application application, Round round, Map<String, ?> details, Caller caller) {
        applications.flush();
        record(act, application, round, details, caller);
    }

    private void record(String act, Application application, Round round, Map<String, ?> details, Caller caller) {
        audit.record(
                caller,
                new AuditTrail.Act("application." + act, "applications", application.id(), round.unitId(), details));
    }

    /** A document is issued before it is received, and received by the last day. Refusal: selection.document-days, for each. */
    static List<Refusal> documentDays(List<DocumentRequest> documents, LocalDate last, LocalDate otherwise) {
        var refusals = new ArrayList<Refusal>();
        for (int i = 0; i < documents.size(); i++) {
            var document = documents.get(i);
            var received = document.receivedOn() == null ? otherwise : document.receivedOn();
            if (document.issuedOn().isAfter(received) || received.isAfter(last)) {
                refusals.add(Refusal.of(
                                SelectionProblem.DOCUMENT_DAYS,
                                "issuedOn",
                                document.issuedOn(),
                                "receivedOn",
                                received,
                                "last",
                                last)
                        .at("/documents/" + i));
            }
        }
        return refusals;
    }
}
