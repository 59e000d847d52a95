package vn.gov.hanoi.selection.appointment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.ruleset.AppointmentRules.Consent;

/** Requests about appointments. */
final class AppointmentRequests {
    private AppointmentRequests() {}

    @Schema(
            name = "AppointmentRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = {"vacancyId", "applicationId"},
            description = "Proposes who comes first for a post")
    record ProposeRequest(
            @Schema(description = "The post, of a round whose result is published") @NotNull
            UUID vacancyId,

            @Schema(description = "Application of the person with the best rank who was not proposed yet") @NotNull
            UUID applicationId,

            @Schema(description = "Place in the unit; default HEAD", examples = "HEAD") @Nullable
            Position position) {
        Position place() {
            return Objects.requireNonNullElse(position, Position.HEAD);
        }
    }

    @Schema(name = "AppointmentConsent", additionalProperties = Schema.False.class, description = "Whose consent it is")
    record ConsentData(
            @Schema(description = "Party committee or appointing authority", examples = "PARTY") @NotNull
            Consent consent) {}

    @Schema(
            name = "AppointmentReviewRequest",
            additionalProperties = Schema.False.class,
            description = "Body of review: a consent that was given")
    record ReviewRequest(
            @Schema(description = "The document of the consent") @NotNull @Valid
            DecisionPart decision,

            @Schema(description = "Whose consent") @NotNull @Valid
            ConsentData data) {}

    @Schema(
            name = "AppointmentDecideRequest",
            additionalProperties = Schema.False.class,
            description = "Body of decide")
    record DecideRequest(
            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision,

            @Schema(description = "First day of the post, in Hanoi; not before the signature", examples = "2026-07-01")
            @NotNull
            @PlausibleDay
            LocalDate effectiveOn) {}

    @Schema(
            name = "AppointmentReasonRequest",
            additionalProperties = Schema.False.class,
            description = "Body of withdraw and apply")
    record ReasonRequest(
            @Schema(description = "Why") @NotNull @Valid ReasonPart reason) {}

    @Schema(
            name = "AppointmentEndRequest",
            additionalProperties = Schema.False.class,
            description = "Body of reject and revoke")
    record EndRequest(
            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision,

            @Schema(description = "Why") @NotNull @Valid ReasonPart reason) {}

    @Schema(
            name = "PostCloseRequest",
            additionalProperties = Schema.False.class,
            description = "Ends a post for which nobody can be proposed any more")
    record CloseRequest(
            @Schema(description = "The post") @NotNull UUID vacancyId,

            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision,

            @Schema(description = "Why") @NotNull @Valid ReasonPart reason) {}
}
