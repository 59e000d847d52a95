package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.credential.Addresses;
import vn.gov.hanoi.training.credential.CertificatePaper;

/** Prints a certificate from its signed text. */
@ApplicationScoped
class PrintCertificate {
    private final CertificateQueries queries;
    private final PublicCertificates shown;
    private final Addresses addresses;

    PrintCertificate(CertificateQueries queries, PublicCertificates shown, Addresses addresses) {
        this.queries = queries;
        this.shown = shown;
        this.addresses = addresses;
    }

    /** Refusals: resource.not-found, also outside the scope; training.certificate-not-signed, also of what is not as it was signed. */
    byte[] print(UUID id, Caller caller) {
        var found =
                shown.find(queries.one(id, caller).number()).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var content = found.content();
        var text = found.credential();
        if (content == null || text == null) {
            throw new Refused(TrainingProblem.CERTIFICATE_NOT_SIGNED);
        }
        return CertificatePaper.render(content, text, addresses);
    }
}
