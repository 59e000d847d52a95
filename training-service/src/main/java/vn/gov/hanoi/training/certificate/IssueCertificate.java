package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.certificate.CertificateApi.IssueRequest;
import vn.gov.hanoi.training.course.Deliveries;
import vn.gov.hanoi.training.directory.Directory;

/** Issues a certificate for an enrolment. */
@ApplicationScoped
class IssueCertificate {
    private final Deliveries deliveries;
    private final CertificateRepository certificates;
    private final CertificateMaker maker;
    private final CertificateJournal journal;
    private final Directory directory;
    private final Scopes scopes;

    IssueCertificate(
            Deliveries deliveries,
            CertificateRepository certificates,
            CertificateMaker maker,
            CertificateJournal journal,
            Directory directory,
            Scopes scopes) {
        this.deliveries = deliveries;
        this.certificates = certificates;
        this.maker = maker;
        this.journal = journal;
        this.directory = directory;
        this.scopes = scopes;
    }

    /**
     * Issues it. Refusals: training.certificate-enrolment-unknown, training.unit-unknown, training.unit-not-in-force and those of
     * {@link CertificateGuard#issue}.
     */
    @Transactional
    Certificate issue(IssueRequest request, Caller caller) {
        var scope = scopes.of(caller);
        var delivered = deliveries
                .of(request.enrolmentId())
                .filter(found -> scopes.contains(scope, found.hostUnit().id()))
                .orElseThrow(() -> new Refused(Refusal.of(TrainingProblem.CERTIFICATE_ENROLMENT_UNKNOWN)
                        .at("/enrolmentId")));
        Refused.ifAny(CertificateGuard.own(delivered.officerCode(), caller));
        var basis = request.decision().basis(directory);
        var earlier = certificates.ofEnrolment(request.enrolmentId());
        Refused.ifAny(CertificateGuard.issue(
                delivered, basis.decision().signedOn(), maker.today(), earlier, request.replacesId()));
        var replaced = earlier.isEmpty() ? null : earlier.getFirst();
        var made = maker.make(delivered, basis, replaced, caller);
        journal.issued(List.of(made), basis, caller);
        return made;
    }
}
