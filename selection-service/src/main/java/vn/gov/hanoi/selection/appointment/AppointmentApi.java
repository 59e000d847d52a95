package vn.gov.hanoi.selection.appointment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.condition.Finding;
import vn.gov.hanoi.selection.condition.Outcome;

/** Answers about appointments. */
final class AppointmentApi {
    private AppointmentApi() {}

    @Schema(
            name = "AppointedOfficer",
            requiredProperties = {"id", "code", "name"},
            description = "The person, as the directory told it last")
    record PersonView(
            @Schema(description = "Id in the directory") UUID id,

            @Schema(description = "Personnel code", examples = "CB0000001", maxLength = 24)
            String code,

            @Schema(description = "Full name", maxLength = 100)
            String name) {}

    @Schema(
            name = "AppointmentStep",
            requiredProperties = {"act", "decision", "reason", "madeAt"},
            description = "A consent, decision or other act, with what stands behind it")
    record StepView(
            @Schema(description = "What was done", examples = "PARTY_CONSENT", maxLength = 20)
            String act,

            @Schema(description = "The document; null if none is needed", nullable = true) @Nullable
            DecisionPart decision,

            @Schema(description = "Why; null if nothing had to be said", nullable = true) @Nullable
            ReasonPart reason,

            @Schema(description = "When, UTC") Instant madeAt) {}

    @Schema(
            name = "AppointmentObstacle",
            requiredProperties = {"condition", "outcome", "reason"},
            description = "A condition that the person does not meet any more")
    record ObstacleView(
            @Schema(description = "Code of the condition", examples = "NO_DISCIPLINE", maxLength = 40)
            String condition,

            @Schema(description = "What it came to") Outcome outcome,

            @Schema(description = "Why") Finding.Reason reason) {}

    @Schema(
            name = "AppointmentDirectory",
            requiredProperties = {"assignmentId", "refusal", "refusalArgs"},
            description = "What the directory made of the decision")
    record DirectoryView(
            @Schema(description = "The recorded post; null before", nullable = true) @Nullable
            UUID assignmentId,

            @Schema(
                    description =
                            "Code of the rule by which the directory refuses it, or appointment.revoked-late if the post was recorded before "
                                    + "the revocation came; null if nothing is wrong",
                    examples = "assignment.unit-not-in-force",
                    maxLength = 100,
                    nullable = true)
            @Nullable
            String refusal,

            @Schema(description = "Facts of the refusal; empty if none")
            Map<String, Object> refusalArgs) {}

    @Schema(
            name = "AppointmentSummary",
            requiredProperties = {
                "id",
                "etag",
                "roundId",
                "vacancyId",
                "unitId",
                "title",
                "person",
                "rank",
                "state",
                "effectiveOn",
                "refusal",
                "version",
                "changedAt"
            },
            description = "An appointment in a list")
    record AppointmentSummary(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The round") UUID roundId,

            @Schema(description = "The post") UUID vacancyId,

            @Schema(description = "Unit of the post") UUID unitId,

            @Schema(description = "Title of the post", maxLength = 200)
            String title,

            @Schema(description = "Who is proposed") PersonView person,

            @Schema(description = "Rank in the published result, from 1", examples = "1")
            int rank,

            @Schema(description = "How far it has come") AppointmentState state,

            @Schema(description = "First day, in Hanoi; null before the decision", nullable = true) @Nullable
            LocalDate effectiveOn,

            @Schema(
                    description = "Code of the rule by which the directory refuses it; null if nothing is wrong",
                    maxLength = 100,
                    nullable = true)
            @Nullable
            String refusal,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt) {}

    @Schema(
            name = "Appointment",
            requiredProperties = {
                "id",
                "etag",
                "roundId",
                "vacancyId",
                "applicationId",
                "unitId",
                "title",
                "position",
                "person",
                "rank",
                "state",
                "termMonths",
                "probationMonths",
                "effectiveOn",
                "termEndsOn",
                "obstacles",
                "steps",
                "directory",
                "version",
                "changedAt",
                "_actions"
            },
            description = "A person for a post, with what was decided")
    record AppointmentView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The round") UUID roundId,

            @Schema(description = "The post") UUID vacancyId,

            @Schema(description = "Application of the person")
            UUID applicationId,

            @Schema(description = "Unit of the post") UUID unitId,

            @Schema(description = "Title of the post", maxLength = 200)
            String title,

            @Schema(description = "Place in the unit") Position position,

            @Schema(description = "Who is proposed") PersonView person,

            @Schema(description = "Rank in the published result, from 1", examples = "1")
            int rank,

            @Schema(description = "How far it has come") AppointmentState state,

            @Schema(description = "One term, months", examples = "60")
            int termMonths,

            @Schema(description = "Probation, months; 0 for none", examples = "0")
            int probationMonths,

            @Schema(description = "First day, in Hanoi; null before the decision", nullable = true) @Nullable
            LocalDate effectiveOn,

            @Schema(description = "Last day of the term; null before the decision", nullable = true) @Nullable
            LocalDate termEndsOn,

            @Schema(
                    description = "Conditions that the person does not meet any more; told while proposed",
                    maxItems = 100)
            List<ObstacleView> obstacles,

            @Schema(description = "Consents, decisions and other acts in their order", maxItems = 100)
            List<StepView> steps,

            @Schema(description = "What the directory made of it")
            DirectoryView directory,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt,

            @Schema(description = "What can be done now", maxItems = 10) @JsonProperty("_actions")
            List<ActionView> actions) {}

    @Schema(
            name = "PostOutcome",
            requiredProperties = {"vacancyId", "roundId", "outcome", "endedOn"},
            description = "How the selection for a post has ended")
    record OutcomeView(
            @Schema(description = "The post") UUID vacancyId,

            @Schema(description = "The round") UUID roundId,

            @Schema(description = "With somebody or with nobody")
            PostEnd outcome,

            @Schema(description = "Day of the end, in Hanoi")
            LocalDate endedOn) {
        static OutcomeView of(AppointmentRepository.Outcome outcome) {
            return new OutcomeView(
                    outcome.vacancyId(),
                    outcome.roundId(),
                    outcome.appointed() ? PostEnd.APPOINTED : PostEnd.NOT_APPOINTED,
                    outcome.endedOn());
        }
    }

    /** How the selection for a post has ended. */
    enum PostEnd {
        APPOINTED,
        NOT_APPOINTED
    }
}
