package vn.gov.hanoi.selection.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.condition.CandidateSource;
import vn.gov.hanoi.selection.condition.DocumentKind;
import vn.gov.hanoi.selection.condition.Sex;

/** Answers about applications. */
public final class ApplicationApi {
    private ApplicationApi() {}

    @Schema(
            name = "ApplicationOfficer",
            requiredProperties = {"id", "code", "name"},
            description = "The person, as the directory told it last")
    public record OfficerRef(
            @Schema(description = "Id in the directory") UUID id,

            @Schema(description = "Personnel code", examples = "CB0000001", maxLength = 24)
            String code,

            @Schema(description = "Full name", maxLength = 100)
            String name) {}

    @Schema(
            name = "DossierDocument",
            requiredProperties = {"id", "kind", "reference", "issuedOn", "receivedOn", "digest", "confirms"},
            description = "A document of the dossier, without its content")
    record DocumentView(
            @Schema(description = "Id within the dossier; evidence names it")
            UUID id,

            @Schema(description = "Kind") DocumentKind kind,

            @Schema(description = "Number of the document or of its file", maxLength = 100)
            String reference,

            @Schema(description = "Date of the document") LocalDate issuedOn,

            @Schema(description = "Day on which it was received")
            LocalDate receivedOn,

            @Schema(description = "SHA-256 of the file; null for paper", maxLength = 64, nullable = true) @Nullable
            String digest,

            @Schema(description = "Whether it says what it is for; null until verified", nullable = true) @Nullable
            Boolean confirms) {}

    @Schema(
            name = "ApplicationGroundView",
            requiredProperties = {"reason", "decision"},
            description = "A reason with the decision behind it")
    record GroundView(
            @Schema(description = "Why") ReasonPart reason,

            @Schema(description = "The decision; null if none is needed", nullable = true) @Nullable
            DecisionPart decision) {
        static @Nullable GroundView of(Dossier.@Nullable Ground ground) {
            return ground == null ? null : new GroundView(ground.reason(), ground.decision());
        }
    }

    @Schema(
            name = "ApplicationSummary",
            requiredProperties = {
                "id",
                "etag",
                "roundId",
                "vacancyId",
                "officer",
                "source",
                "state",
                "receivedOn",
                "version",
                "changedAt"
            },
            description = "An application in a list")
    record ApplicationSummary(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The round") UUID roundId,
            @Schema(description = "The post") UUID vacancyId,
            @Schema(description = "The person") OfficerRef officer,

            @Schema(description = "Where the person comes from")
            CandidateSource source,

            @Schema(description = "Whether the person stands")
            ApplicationState state,

            @Schema(description = "Day on which the dossier was received")
            LocalDate receivedOn,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt) {}

    @Schema(
            name = "Application",
            requiredProperties = {
                "id",
                "etag",
                "roundId",
                "vacancyId",
                "officer",
                "source",
                "state",
                "receivedOn",
                "consentedOn",
                "birthDate",
                "sex",
                "documents",
                "late",
                "ending",
                "hold",
                "endedOn",
                "purgeOn",
                "version",
                "changedAt",
                "_actions"
            },
            description = "A person who stands for a post")
    record ApplicationView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The round") UUID roundId,
            @Schema(description = "The post") UUID vacancyId,
            @Schema(description = "The person") OfficerRef officer,

            @Schema(description = "Where the person comes from")
            CandidateSource source,

            @Schema(description = "Whether the person stands")
            ApplicationState state,

            @Schema(description = "Day on which the dossier was received")
            LocalDate receivedOn,

            @Schema(description = "Day of the consent to the use of personal data")
            LocalDate consentedOn,

            @Schema(description = "Birth date", nullable = true) @Nullable
            LocalDate birthDate,

            @Schema(description = "Sex", nullable = true) @Nullable
            Sex sex,

            @Schema(description = "Documents", maxItems = 50)
            List<DocumentView> documents,

            @Schema(description = "Why it was accepted after the window; null if in time", nullable = true) @Nullable
            GroundView late,

            @Schema(description = "Why the person does not stand; null if the person does", nullable = true) @Nullable
            GroundView ending,

            @Schema(description = "Legal hold; null if there is none", nullable = true) @Nullable
            GroundView hold,

            @Schema(description = "Day of a withdrawal or exemption", nullable = true) @Nullable
            LocalDate endedOn,

            @Schema(description = "First day on which it is purged; null while it stands or is held", nullable = true)
            @Nullable
            LocalDate purgeOn,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt,

            @Schema(description = "What can be done now", maxItems = 10) @JsonProperty("_actions")
            List<ActionView> actions) {}
}
