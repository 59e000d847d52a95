package vn.gov.hanoi.selection.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.PlainText;
import vn.gov.hanoi.selection.application.Dossier.Document;
import vn.gov.hanoi.selection.application.Dossier.Ground;
import vn.gov.hanoi.selection.condition.CandidateSource;
import vn.gov.hanoi.selection.condition.DocumentKind;
import vn.gov.hanoi.selection.condition.Sex;

/** Requests about applications. */
final class ApplicationRequests {
    private ApplicationRequests() {}

    @Schema(
            name = "DossierDocumentRequest",
            additionalProperties = Schema.False.class,
            description = "A document of the dossier, without its content")
    record DocumentRequest(
            @Schema(description = "Kind") @NotNull DocumentKind kind,

            @Schema(description = "Number of the document or of its file", examples = "15-QĐ/ĐU", maxLength = 100)
            @NotNull
            @Size(max = 100)
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String reference,

            @Schema(description = "Date of the document") @NotNull @PlausibleDay
            LocalDate issuedOn,

            @Schema(description = "Day on which it was received; default the day of the application")
            @PlausibleDay
            @Nullable
            LocalDate receivedOn,

            @Schema(description = "SHA-256 of the file, hexadecimal; null for paper", maxLength = 64, nullable = true)
            @Pattern(regexp = "^[0-9a-f]{64}$", message = "64 hexadecimal digits in lower case")
            @Nullable
            String digest,

            @Schema(
                    description =
                            "Only personnel officers: whether it was verified and says what it is for; null if not verified",
                    nullable = true)
            @Nullable
            Boolean confirms) {
        Document kept(LocalDate day, @Nullable UUID verifier) {
            return new Document(
                    Ids.next(),
                    kind,
                    PlainText.tidy(reference),
                    issuedOn,
                    Objects.requireNonNullElse(receivedOn, day),
                    digest,
                    confirms,
                    confirms == null ? null : verifier);
        }
    }

    @Schema(
            name = "ApplicationGround",
            additionalProperties = Schema.False.class,
            description = "A reason with the decision that accepts it")
    record GroundPart(
            @Schema(description = "Why") @NotNull @Valid ReasonPart reason,

            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision) {
        Ground kept() {
            return new Ground(reason.tidy(), decision.tidy());
        }
    }

    @Schema(
            name = "ApplicationRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = {"vacancyId", "officerId", "source", "consentedOn", "documents"},
            description = "A person who stands for a post of a round")
    record ApplicationRequest(
            @Schema(description = "The post") @NotNull UUID vacancyId,

            @Schema(description = "The person: officer of the directory") @NotNull
            UUID officerId,

            @Schema(description = "Where the person comes from") @NotNull
            CandidateSource source,

            @Schema(
                    description =
                            "Day on which the dossier was received; default today. Other days only for personnel officers")
            @PlausibleDay
            @Nullable
            LocalDate receivedOn,

            @Schema(description = "Day of the consent to the use of personal data for this round")
            @NotNull
            @PlausibleDay
            LocalDate consentedOn,

            @Schema(description = "Birth date; without it age and working time are unknown", nullable = true)
            @PlausibleDay
            @Nullable
            LocalDate birthDate,

            @Schema(description = "Sex; the retirement age depends on it", nullable = true) @Nullable
            Sex sex,

            @Schema(description = "Documents; a nominated person needs NOMINATION and PARTY_CONSENT", maxItems = 50)
            @NotNull
            @Size(max = 50)
            List<@NotNull @Valid DocumentRequest> documents,

            @Schema(
                    description =
                            "Only personnel officers: why a dossier is accepted after the window; null if it was in time",
                    nullable = true)
            @Valid
            @Nullable
            GroundPart late) {}

    @Schema(
            name = "DossierRequest",
            additionalProperties = Schema.False.class,
            description = "All documents of a dossier")
    record DossierRequest(
            @Schema(description = "Documents in the place of those before", maxItems = 50) @NotNull @Size(max = 50)
            List<@NotNull @Valid DocumentRequest> documents) {}

    @Schema(
            name = "ApplicationWithdrawRequest",
            additionalProperties = Schema.False.class,
            description = "Body of withdraw: the person does not stand any more")
    record WithdrawRequest(
            @Schema(description = "Why") @NotNull @Valid ReasonPart reason,

            @Schema(
                    description =
                            "Only personnel officers: decision that exempts a planned person; reason ILLNESS, MATERNITY, STUDY_ABROAD or FORCE_MAJEURE",
                    nullable = true)
            @Valid
            @Nullable
            DecisionPart exemption) {}

    @Schema(
            name = "ApplicationHoldRequest",
            additionalProperties = Schema.False.class,
            description = "Body of lock and release: legal hold")
    record HoldRequest(
            @Schema(description = "Why") @NotNull @Valid ReasonPart reason,

            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision) {}
}
