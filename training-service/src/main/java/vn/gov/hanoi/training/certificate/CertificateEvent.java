package vn.gov.hanoi.training.certificate;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** What is told of certificates on the topic certificate; the schemas are schemas/certificate.*.v1.json. No names, no numbers. */
record CertificateEvent(
        UUID id,
        long version,
        CertificateState state,
        UUID officerId,
        UUID unitId,
        @Nullable UUID classId,
        @Nullable UUID enrolmentId,
        @Nullable UUID replacesId,
        LocalDate issuedOn,
        @Nullable LocalDate expiresOn,
        @Nullable String reason) {
    static CertificateEvent of(Certificate made) {
        return new CertificateEvent(
                made.id(),
                made.version(),
                made.state(),
                made.officerId(),
                made.unitId(),
                made.classId(),
                made.enrolmentId(),
                made.replacesId(),
                made.issuedOn(),
                made.expiresOn(),
                made.reasonCode());
    }

    EventDraft draft(String fact) {
        return new EventDraft("certificate", fact, 1, "certificates", id, officerId, this);
    }
}
