package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.course.Delivered;
import vn.gov.hanoi.training.credential.Addresses;
import vn.gov.hanoi.training.credential.CertificateContent;
import vn.gov.hanoi.training.credential.CertificateContent.Coded;
import vn.gov.hanoi.training.credential.CertificateContent.Course;
import vn.gov.hanoi.training.credential.CertificateContent.Holder;
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
        var course = new Course(
                delivered.title(),
                delivered.courseCode(),
                List.of(new Coded(delivered.planLineCode(), delivered.planLineName())),
                delivered.hours(),
                delivered.firstDay(),
                delivered.lastDay(),
                delivered.place(),
                kind(delivered.kind()));
        return new CertificateContent(
                numbers.next(today.getYear()),
                new Holder(delivered.officerId(), delivered.officerName(), delivered.officerCode()),
                course,
                PASSED,
                new Party(delivered.hostUnit().code(), delivered.hostUnit().name()),
                new Party(basis.issuer().code(), basis.issuer().name()),
                basis.decision(),
                today,
                CertificateRules.SHIPPED.lastDay(codes(delivered), today).orElse(null),
                replaced == null ? null : replaced.number(),
                CertificateContent.VERSION);
    }

    private static CertificateContent.Kind kind(Delivered.Kind of) {
        return new CertificateContent.Kind(coded(of.type()), coded(of.form()), coded(of.content()));
    }

    private static @Nullable Coded coded(Delivered.@Nullable Coded of) {
        return of == null ? null : new Coded(of.code(), of.name());
    }

    /** What a term of the rules can name. */
    private static Set<String> codes(Delivered delivered) {
        var content = delivered.kind().content();
        return Stream.of(delivered.planLineCode(), delivered.courseCode(), content == null ? null : content.code())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
