package vn.gov.hanoi.training.certificate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.training.directory.UnitRef;

/** Certificates as people of the administration see them. */
final class CertificateViews {
    static final String COLLECTION = "/training/v1/certificates";

    private CertificateViews() {}

    @Schema(name = "Certificate", description = "A certificate; in lists without acts and _actions")
    record CertificateView(
            @Schema(description = "Id") UUID id,

            @Schema(
                    description = "Number, by which everybody finds it",
                    examples = "HN26-7KQ4-M2XD-9RTC",
                    maxLength = 40)
            String number,

            @Schema(description = "ISSUED, SUSPENDED, REVOKED, or LEGACY: recorded from paper, not signed")
            CertificateState state,

            @Schema(description = "Code of the reason if suspended or revoked", nullable = true) @Nullable
            String reasonCode,

            @Schema(description = "Holder, as on the certificate")
            HolderRef holder,

            @Schema(description = "Issuing unit; of old certificates the unit that recorded them")
            UnitRef unit,

            @Schema(description = "Class; null of old certificates", nullable = true) @Nullable
            UUID classId,

            @Schema(description = "Enrolment; null of old certificates", nullable = true) @Nullable
            UUID enrolmentId,

            @Schema(description = "Title of the course", maxLength = 300)
            String courseTitle,

            @Schema(description = "Day of issue", examples = "2026-05-20")
            LocalDate issuedOn,

            @Schema(description = "Last valid day; null without end", nullable = true) @Nullable
            LocalDate expiresOn,

            @Schema(description = "Number and issuer on an old paper; null of others", nullable = true) @Nullable
            LegacyRef legacy,

            @Schema(description = "Key that signed; null of old certificates", nullable = true) @Nullable
            String kid,

            @Schema(description = "Revoked certificate that this one replaces", nullable = true) @Nullable
            UUID replacesId,

            @Schema(description = "Certificate that replaces this one", nullable = true) @Nullable
            UUID replacedById,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "What was done with it, in order; not in lists", maxItems = 100, nullable = true)
            @Nullable
            List<ActView> acts,

            @JsonProperty("_actions")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "What can be done with it; not in lists", maxItems = 3, nullable = true)
            @Nullable
            List<ActionView> actions,

            @JsonIgnore @Schema(hidden = true) long version) {

        CertificateView with(List<ActView> done, List<ActionView> possible) {
            return new CertificateView(
                    id,
                    number,
                    state,
                    reasonCode,
                    holder,
                    unit,
                    classId,
                    enrolmentId,
                    courseTitle,
                    issuedOn,
                    expiresOn,
                    legacy,
                    kid,
                    replacesId,
                    replacedById,
                    done,
                    possible,
                    version);
        }

        @Schema(description = "Version", examples = "\"1\"")
        public String getEtag() {
            return Etags.of(version);
        }

        @Schema(description = "Page that everybody may open", maxLength = 200)
        public String getPublicHref() {
            return PublicCertificateResource.PATH + "/" + number;
        }
    }

    @Schema(name = "CertificateHolderRef")
    record HolderRef(
            @Schema(description = "Id of the officer") UUID id,

            @Schema(description = "Code of the officer", maxLength = 40)
            String code,

            @Schema(description = "Name on the certificate", maxLength = 200)
            String name) {}

    @Schema(name = "LegacyCertificateRef")
    record LegacyRef(
            @Schema(description = "Number on the paper", maxLength = 100)
            String number,

            @Schema(description = "Issuer on the paper", maxLength = 300)
            String issuer) {}

    @Schema(name = "CertificateAct")
    record ActView(
            @Schema(description = "ISSUE, SUSPEND, RESTORE or REVOKE", maxLength = 20)
            String act,

            @Schema(description = "Code of the reason; null of an issue", nullable = true) @Nullable
            String reasonCode,

            @Schema(description = "In words; null of an issue", nullable = true) @Nullable
            String reasonText,

            @Schema(description = "Number of the decision", maxLength = 100)
            String decisionNumber,

            @Schema(description = "Day on which it was signed")
            LocalDate signedOn,

            @Schema(description = "Code of the unit that signed", maxLength = 35)
            String issuer,

            @Schema(description = "When it was done, UTC") Instant at) {}

    @Schema(name = "CertificateAction")
    record ActionView(
            @Schema(description = "Verb", maxLength = 20) String name,
            @Schema(description = "Path", maxLength = 200) String href,

            @Schema(description = "Whether the caller may do it now")
            boolean enabled,

            @Schema(description = "What the act needs besides the version", maxItems = 5)
            List<String> needs,

            @Schema(description = "What speaks against it", maxItems = 5)
            List<Blocker> blockedBy) {}

    @Schema(name = "CertificateBlocker")
    record Blocker(
            @Schema(description = "Code of the refusal", maxLength = 80)
            String code,

            @Schema(description = "Facts") Map<String, Object> args,

            @Schema(description = "In words, in Vietnamese", maxLength = 500)
            String detail) {}
}
