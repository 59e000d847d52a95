package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.credential.Addresses;
import vn.gov.hanoi.training.credential.CertificateContent;
import vn.gov.hanoi.training.credential.CertificateContent.Coded;
import vn.gov.hanoi.training.credential.CertificateContent.Party;
import vn.gov.hanoi.training.credential.Credential;
import vn.gov.hanoi.training.credential.Jws;

/** Writes, signs and stores a certificate that nothing speaks against. */
@ApplicationScoped
class CertificateMaker {
    private static final String PASSED = "Đạt";

    private final CertificateRepository certificates;
    private final KeyRepository keys;
    private final CertificateNumbers numbers;
    private final Addresses addresses;
    private final Clock clock;

    CertificateMaker(
            CertificateRepository certificates,
            KeyRepository keys,
            CertificateNumbers numbers,
            Addresses addresses,
            Clock clock) {
        this.certificates = certificates;
        this.keys = keys;
        this.numbers = numbers;
        this.addresses = addresses;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @param replaced the revoked certificate that this one replaces; null if none */
    Certificate make(Delivered delivered, Basis basis, @Nullable Certificate replaced, Caller caller) {
        var active = keys.signing();
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        // Another node's clock may be a little ahead; a key signs nothing from before its time.
        var moment = now.isBefore(active.validFrom()) ? active.validFrom() : now;
        var content = content(delivered, basis, replaced);
        var credential = new Credential(content, moment, certificates.takePlace());
        var text = Jws.sign(credential.payload(addresses), active.key());
        var mark = new Certificate.Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var made = Certificate.issued(
                        delivered,
                        basis.issuer(),
                        credential,
                        text,
                        active.key().kid(),
                        mark)
                .replacing(replaced);
        certificates.add(made);
        return made;
    }

    private CertificateContent content(Delivered delivered, Basis basis, @Nullable Certificate replaced) {
        var today = today();
        var contents = delivered.course().contents().stream().map(Coded::code).toList();
        return new CertificateContent(
                numbers.next(today.getYear()),
                delivered.holder(),
                delivered.course(),
                PASSED,
                delivered.unit(),
                new Party(basis.issuer().code(), basis.issuer().name()),
                basis.decision(),
                today,
                CertificateRules.SHIPPED.lastDay(contents, today).orElse(null),
                replaced == null ? null : replaced.number());
    }
}
