package vn.gov.hanoi.training.certificate;

import java.util.Locale;
import java.util.Set;

/** What can be done with a certificate after its issue. */
enum CertificateAct {
    REVOKE(
            CertificateState.REVOKED,
            "revoked",
            CertificateState.ISSUED,
            CertificateState.SUSPENDED,
            CertificateState.LEGACY),
    SUSPEND(CertificateState.SUSPENDED, "suspended", CertificateState.ISSUED),
    RESTORE(CertificateState.ISSUED, "restored", CertificateState.SUSPENDED);

    private final CertificateState to;
    private final String fact;
    private final Set<CertificateState> from;

    CertificateAct(CertificateState to, String fact, CertificateState... from) {
        this.to = to;
        this.fact = fact;
        this.from = Set.of(from);
    }

    CertificateState to() {
        return to;
    }

    /** Past tense, as the event is named. */
    String fact() {
        return fact;
    }

    boolean isPossible(CertificateState state) {
        return from.contains(state);
    }

    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }
}
