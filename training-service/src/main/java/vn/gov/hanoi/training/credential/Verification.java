package vn.gov.hanoi.training.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answer about a signed certificate.
 *
 * @param reason code of the reason if suspended or revoked
 * @param content what was signed; null if altered or unknown
 * @param kid key that signed; null if altered or unknown
 * @param statusAsOf what the status list knew last; null if no list was asked
 */
public record Verification(
        Verdict verdict,
        @Nullable String reason,
        @Nullable CertificateContent content,
        @Nullable String kid,
        @Nullable Instant statusAsOf) {
    static Verification refused(Verdict verdict) {
        return new Verification(verdict, null, null, null, null);
    }
}
