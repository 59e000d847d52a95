package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.certificate.CertificateApi.ActRequest;

/** Audit, event and status list of each act, so that none is forgotten. */
@ApplicationScoped
class CertificateJournal {
    private final CertificateRepository certificates;
    private final ActRepository acts;
    private final AuditTrail audit;
    private final OutboxWriter outbox;

    CertificateJournal(CertificateRepository certificates, ActRepository acts, AuditTrail audit, OutboxWriter outbox) {
        this.certificates = certificates;
        this.acts = acts;
        this.audit = audit;
        this.outbox = outbox;
    }

    void issued(List<Certificate> made, Basis basis, Caller caller) {
        for (var each : made) {
            acts.issued(each, basis, caller);
        }
        told(
                made,
                "issued",
                "certificate.issue",
                Map.of("decision", basis.decision().number()),
                caller);
    }

    void recorded(List<Certificate> made, Caller caller) {
        told(made, "recorded", "certificate.record", Map.of(), caller);
    }

    void acted(Certificate on, CertificateAct act, ActRequest request, Caller caller) {
        acts.acted(on, act, request, caller);
        var details = Map.of(
                "reason",
                request.reason().code(),
                "decision",
                request.decision().number());
        told(List.of(on), act.fact(), "certificate." + act.verb(), details, caller);
    }

    private void told(List<Certificate> all, String fact, String action, Map<String, ?> details, Caller caller) {
        all.stream()
                .flatMap(each -> Optional.ofNullable(each.list()).stream())
                .distinct()
                .forEach(certificates::changed);
        audit.recordAll(
                caller,
                all.stream()
                        .map(each -> new AuditTrail.Act(
                                action, "certificates", each.id(), each.unitId(), new HashMap<>(details)))
                        .toList());
        outbox.writeAll(
                all.stream().map(each -> CertificateEvent.of(each).draft(fact)).toList());
    }
}
