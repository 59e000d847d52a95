package vn.gov.hanoi.training.certificate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.credential.CertificateContent;
import vn.gov.hanoi.training.directory.Directory;

/** Requests about certificates and keys. */
final class CertificateApi {
    private static final String UNIT_CODE = "[A-Z0-9][A-Z0-9.]{0,34}";

    private CertificateApi() {}

    @Schema(name = "IssueCertificateRequest", additionalProperties = Schema.False.class)
    record IssueRequest(
            @Schema(description = "Enrolment that was passed, of a delivered class") @NotNull
            UUID enrolmentId,

            @Schema(description = "Decision that it rests on") @Valid @NotNull
            DecisionRequest decision,

            @Schema(
                    description =
                            "The revoked certificate of this enrolment that the new one replaces; null if there is none",
                    nullable = true)
            @Nullable
            UUID replacesId) {}

    @Schema(name = "IssueClassRequest", additionalProperties = Schema.False.class)
    record IssueClassRequest(
            @Schema(description = "Delivered class") @NotNull
            UUID classId,

            @Schema(description = "Decision that all of them rest on") @Valid @NotNull
            DecisionRequest decision,

            @Schema(description = "true: one refusal refuses all; default false", nullable = true) @Nullable
            Boolean atomic) {}

    @Schema(name = "CertificateDecisionRequest", additionalProperties = Schema.False.class)
    record DecisionRequest(
            @Schema(description = "Number", examples = "112/QĐ-MẪU", maxLength = 100)
            @NotBlank
            @Size(max = 100)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String number,

            @Schema(description = "Day of signing, not before the last day of the class", examples = "2026-05-20")
            @NotNull
            @PlausibleDay
            LocalDate signedOn,

            @Schema(
                    description = "Code of the unit that signed, in force on that day",
                    examples = "H26",
                    maxLength = 35)
            @NotNull
            @Pattern(regexp = UNIT_CODE)
            String issuer) {
        /** Refusals: training.unit-unknown, training.unit-not-in-force. */
        Basis basis(Directory directory) {
            return new Basis(
                    directory.inForce(issuer, signedOn, "/decision/issuer"),
                    new CertificateContent.Decision(PlainText.of(number), signedOn));
        }
    }

    @Schema(name = "CertificateActRequest", additionalProperties = Schema.False.class)
    record ActRequest(
            @Schema(description = "Why") @Valid @NotNull ReasonRequest reason,

            @Schema(description = "Decision that it rests on") @Valid @NotNull
            DecisionRequest decision) {}

    @Schema(name = "CertificateReasonRequest", additionalProperties = Schema.False.class)
    record ReasonRequest(
            @Schema(
                    description =
                            "Code; to revoke ISSUED_IN_ERROR, CONTENT_WRONG, OUTCOME_CHANGED or FRAUD, to suspend "
                                    + "UNDER_VERIFICATION or COMPLAINT, to restore CLEARED or SUSPENDED_IN_ERROR",
                    examples = "FRAUD",
                    maxLength = 40)
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z_]{1,39}")
            String code,

            @Schema(description = "In words; not shown to the public", maxLength = 500)
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String text) {}

    @Schema(name = "BulkCertificatesRequest", additionalProperties = Schema.False.class)
    record OldCertificatesRequest(
            @Schema(description = "true: one refused row refuses all; default false", nullable = true) @Nullable
            Boolean atomic,

            @Schema(description = "Certificates that exist on paper", maxItems = 500) @NotEmpty @Size(max = 500)
            List<@Valid @NotNull OldRow> rows) {}

    @Schema(name = "BulkCertificateRow", additionalProperties = Schema.False.class)
    record OldRow(
            @Schema(description = "Name of the row in the answer", maxLength = 64) @NotBlank @Size(max = 64)
            String rowId,

            @Schema(description = "What becomes of the row", enumeration = "CREATE")
            @NotNull
            @Pattern(regexp = "CREATE")
            String op,

            @Schema(description = "What the paper says") @Valid @NotNull
            OldCertificate body) {}

    @Schema(name = "OldCertificate", additionalProperties = Schema.False.class)
    record OldCertificate(
            @Schema(
                    description = "Code of the officer who holds it, within the scope",
                    examples = "CB000123",
                    maxLength = 40)
            @NotBlank
            @Size(max = 40)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String officerCode,

            @Schema(description = "Number on the paper", examples = "123/2015/CC-ĐTBD", maxLength = 100)
            @NotBlank
            @Size(max = 100)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String number,

            @Schema(description = "Issuer on the paper", maxLength = 300)
            @NotBlank
            @Size(max = 300)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String issuer,

            @Schema(description = "Holder on the paper", maxLength = 200)
            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String holderName,

            @Schema(description = "Course on the paper", maxLength = 300)
            @NotBlank
            @Size(max = 300)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String courseTitle,

            @Schema(description = "Day of issue on the paper", examples = "2015-06-30") @NotNull @PlausibleDay
            LocalDate issuedOn,

            @Schema(description = "Last valid day on the paper; null without end", nullable = true)
            @PlausibleDay
            @Nullable
            LocalDate expiresOn) {}

    @Schema(name = "CreateCertificateKeyRequest", additionalProperties = Schema.False.class)
    record KeyRequest(
            @Schema(description = "Why the key is replaced; kept in the audit", maxLength = 500)
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String reason) {}

    @Schema(name = "CertificateKey")
    record KeyView(
            @Schema(description = "Thumbprint of the key (RFC 7638)", maxLength = 43)
            String kid,

            @Schema(description = "Since when it signs, UTC")
            Instant validFrom,

            @Schema(description = "When it was replaced; null while it signs", nullable = true) @Nullable
            Instant retiredAt) {}
}
