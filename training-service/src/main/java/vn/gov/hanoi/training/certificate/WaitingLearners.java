package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.course.Delivered;
import vn.gov.hanoi.training.course.Deliveries;

/** Who passed a class and never got a certificate for it. */
@ApplicationScoped
class WaitingLearners {
    /** More come with the next request. */
    private static final int MOST = 500;

    private final Deliveries deliveries;
    private final CertificateRepository certificates;
    private final Scopes scopes;

    WaitingLearners(Deliveries deliveries, CertificateRepository certificates, Scopes scopes) {
        this.deliveries = deliveries;
        this.certificates = certificates;
        this.scopes = scopes;
    }

    /** Of a class that a unit of the caller's held; of others nobody. */
    List<Delivered> of(UUID classId, Caller caller) {
        var passed = deliveries.passed(classId);
        if (passed.isEmpty()
                || !scopes.contains(
                        scopes.of(caller), passed.getFirst().hostUnit().id())) {
            return List.of();
        }
        var certified = certificates.enrolmentsOf(classId);
        return passed.stream()
                .filter(each -> !certified.contains(each.enrolmentId()))
                .limit(MOST)
                .toList();
    }
}
