package vn.gov.hanoi.training.certificate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.credential.CertificateContent;
import vn.gov.hanoi.training.credential.PublishedKey;
import vn.gov.hanoi.training.credential.Verdict;

/** What everybody may ask and know. */
final class PublicApi {
    private PublicApi() {}

    /** How a certificate stands, for everybody. */
    enum PublicState {
        VALID,
        EXPIRED,
        SUSPENDED,
        REVOKED,
        /** Recorded from paper, not signed. */
        LEGACY,
        /** What is stored is not what was signed; it must not be relied upon. */
        ALTERED
    }

    @Schema(name = "PublicCertificate", description = "A certificate as everybody may see it")
    record PublicCertificate(
            @Schema(description = "Number", examples = "HN26-7KQ4-M2XD-9RTC", maxLength = 40)
            String number,

            @Schema(description = "VALID, EXPIRED, SUSPENDED, REVOKED, LEGACY (from paper, not signed) or ALTERED")
            PublicState state,

            @Schema(description = "Why it is suspended or revoked; null otherwise", nullable = true) @Nullable
            ReasonView reason,

            @Schema(description = "Since when the state holds, UTC")
            Instant since,

            @Schema(description = "Number of the certificate that replaces it; null if none", nullable = true) @Nullable
            String replacedBy,

            @Schema(description = "Everything it says, as signed; null of old certificates", nullable = true) @Nullable
            CertificateContent content,

            @Schema(description = "What an old paper says, recorded and not signed; null of others", nullable = true)
            @Nullable
            LegacyContent legacy,

            @Schema(description = "Key that signed; null of old certificates", nullable = true) @Nullable
            KeyUse key,

            @Schema(
                    description = "The signed text (JWS), to be checked without this service; null of old certificates",
                    maxLength = 32768,
                    nullable = true)
            @Nullable
            String credential) {}

    @Schema(name = "LegacyCertificateContent")
    record LegacyContent(
            @Schema(description = "Number on the paper", maxLength = 100)
            String number,

            @Schema(description = "Issuer on the paper", maxLength = 300)
            String issuer,

            @Schema(description = "Holder on the paper", maxLength = 200)
            String holderName,

            @Schema(description = "Course on the paper", maxLength = 300)
            String courseTitle,

            @Schema(description = "Day of issue on the paper")
            LocalDate issuedOn,

            @Schema(description = "Last valid day on the paper; null without end", nullable = true) @Nullable
            LocalDate expiresOn,

            @Schema(description = "Unit that recorded it here", maxLength = 300)
            String recordedBy) {}

    @Schema(name = "CertificateKeyUse")
    record KeyUse(
            @Schema(description = "Thumbprint of the key", maxLength = 43)
            String kid,

            @Schema(description = "Whether another key has taken over since; what it signed before stays valid")
            boolean replaced) {
        static KeyUse of(PublishedKey key) {
            return new KeyUse(key.kid(), key.isRetired());
        }
    }

    @Schema(name = "CertificateReason")
    record ReasonView(
            @Schema(description = "Code", examples = "FRAUD", maxLength = 40)
            String code,

            @Schema(description = "In words") Names names) {
        @Schema(name = "CertificateReasonNames")
        record Names(
                @Schema(description = "Vietnamese", maxLength = 200)
                String vi,

                @Schema(description = "English", maxLength = 200)
                String en) {}
    }

    @Schema(name = "VerifyCertificateRequest", additionalProperties = Schema.False.class)
    record VerifyRequest(
            @Schema(description = "The signed text (JWS in compact form)", maxLength = 32768)
            @NotBlank
            @Size(max = 32_768)
            String credential) {}

    @Schema(name = "CertificateVerification")
    record VerificationView(
            @Schema(description = "VALID, VALID_OLD_KEY, EXPIRED, SUSPENDED, REVOKED, ALTERED or UNKNOWN")
            Verdict verdict,

            @Schema(description = "Whether it counts today") boolean valid,

            @Schema(description = "Number; null if altered or unknown", nullable = true) @Nullable
            String number,

            @Schema(description = "Why it is suspended or revoked; null otherwise", nullable = true) @Nullable
            ReasonView reason,

            @Schema(description = "Key that signed; null if altered or unknown", nullable = true) @Nullable
            KeyUse key,

            @Schema(description = "Everything it says; null if altered or unknown", nullable = true) @Nullable
            CertificateContent content) {
        static VerificationView of(Verdict verdict) {
            return new VerificationView(verdict, false, null, null, null, null);
        }
    }

    @Schema(name = "CertificateKeySet", description = "JSON Web Key Set (RFC 7517) with the dates of each key")
    record KeySetView(
            @Schema(description = "Who signs with these keys; iss of every credential", maxLength = 300)
            String issuer,

            @Schema(description = "Keys, the present one first; a replaced key stays for ever", maxItems = 1000)
            List<JwkView> keys) {}

    @Schema(name = "CertificateJwk")
    record JwkView(
            @Schema(description = "OKP") String kty,
            @Schema(description = "Ed25519") String crv,

            @Schema(description = "EdDSA, the only algorithm of the key")
            String alg,

            @Schema(description = "sig") String use,

            @Schema(description = "Thumbprint (RFC 7638)", maxLength = 43)
            String kid,

            @Schema(description = "Public key in base64url", maxLength = 43)
            String x,

            @Schema(description = "Since when it signs, UTC")
            Instant validFrom,

            @Schema(description = "When it was replaced; null while it signs", nullable = true) @Nullable
            Instant retiredAt) {}
}
