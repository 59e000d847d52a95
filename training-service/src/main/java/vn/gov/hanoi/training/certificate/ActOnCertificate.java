package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.certificate.CertificateApi.ActRequest;

/** Revokes, suspends or restores a certificate. */
@ApplicationScoped
class ActOnCertificate {
    private final CertificateRepository certificates;
    private final CertificateQueries queries;
    private final CertificateJournal journal;
    private final Scopes scopes;
    private final Clock clock;

    ActOnCertificate(
            CertificateRepository certificates,
            CertificateQueries queries,
            CertificateJournal journal,
            Scopes scopes,
            Clock clock) {
        this.certificates = certificates;
        this.queries = queries;
        this.journal = journal;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** Whether the caller sees the certificate and may act for its unit. Refusals: resource.not-found, scope.outside. */
    void authorise(UUID id, Caller caller) {
        scopes.require(scopes.of(caller), queries.one(id, caller).unit().id());
    }

    /**
     * Does it. Refusals: precondition.required, precondition.failed, authority.own-act, training.certificate-state,
     * training.certificate-reason-unknown, training.certificate-decision-day.
     */
    @Transactional
    Certificate act(CertificateAct act, UUID id, @Nullable String ifMatch, ActRequest request, Caller caller) {
        var held = certificates.hold(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, held.version());
        Refused.ifAny(CertificateGuard.act(act, held.state(), held.officerCode(), caller));
        Refused.ifAny(CertificateGuard.grounds(act, request, held.issuedOn(), LocalDate.now(clock)));
        held.apply(act, request.reason().code(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        certificates.flush();
        journal.acted(held, act, request, caller);
        return held;
    }
}
