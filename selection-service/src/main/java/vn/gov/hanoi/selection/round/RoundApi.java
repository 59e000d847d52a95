package vn.gov.hanoi.selection.round;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.vacancy.AnnouncementPart;

/** Answers about rounds. */
public final class RoundApi {
    private RoundApi() {}

    @Schema(
            name = "RoundPost",
            requiredProperties = {
                "vacancyId",
                "unitName",
                "postTitle",
                "candidatesNeeded",
                "termMonths",
                "conditionSet",
                "conditionSetVersion"
            },
            description = "A post of a round")
    record PostView(
            @Schema(description = "The vacancy") UUID vacancyId,

            @Schema(description = "Unit of the post", maxLength = 300)
            String unitName,

            @Schema(description = "Title of the post", maxLength = 200)
            String postTitle,

            @Schema(description = "Fewest eligible candidates; below it the round is suspended")
            int candidatesNeeded,

            @Schema(description = "One full term in months") int termMonths,

            @Schema(description = "Code of the conditions for candidates", maxLength = 40)
            String conditionSet,

            @Schema(description = "Version, fixed by the approval of the plan; null before", nullable = true) @Nullable
            Integer conditionSetVersion) {}

    @Schema(
            name = "RoundDecision",
            requiredProperties = {"act", "number", "signedOn", "issuer", "reason", "madeAt"},
            description = "A decision on the round")
    record DecisionView(
            @Schema(description = "Act that it stands behind", examples = "APPROVE", maxLength = 20)
            String act,

            @Schema(description = "Number", maxLength = 60) String number,
            @Schema(description = "Day of signature") LocalDate signedOn,

            @Schema(description = "Who signed", maxLength = 200)
            String issuer,

            @Schema(description = "Why; null if none is needed", nullable = true) @Nullable
            ReasonPart reason,

            @Schema(description = "When it was recorded, UTC")
            Instant madeAt) {}

    @Schema(
            name = "RoundDeadlines",
            requiredProperties = {"eligibilityCheckBy", "eligibilityCheckByIfMany", "callBy"},
            description = "Deadlines by the rules in force on the day of the announcement")
    record DeadlinesView(
            @Schema(description = "Last day of the check of eligibility")
            LocalDate eligibilityCheckBy,

            @Schema(description = "Last day of the check of eligibility from 500 applicants on")
            LocalDate eligibilityCheckByIfMany,

            @Schema(description = "First day on which the contest can be held if the list comes as planned")
            LocalDate callBy) {}

    @Schema(
            name = "RoundSummary",
            requiredProperties = {
                "id",
                "etag",
                "state",
                "unitId",
                "unitCode",
                "unitName",
                "title",
                "startsOn",
                "listOn",
                "examOn",
                "announcement",
                "version",
                "changedAt"
            },
            description = "A round in a list")
    record RoundSummary(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "How far it has come today")
            RoundState state,

            @Schema(description = "Unit that holds it") UUID unitId,

            @Schema(description = "Code of the unit", maxLength = 40)
            String unitCode,

            @Schema(description = "Name of the unit", maxLength = 300)
            String unitName,

            @Schema(description = "Title", maxLength = 200) String title,

            @Schema(description = "Day on which the process starts")
            LocalDate startsOn,

            @Schema(description = "Planned day of the list of candidates")
            LocalDate listOn,

            @Schema(description = "Planned day of the first round of the contest")
            LocalDate examOn,

            @Schema(description = "The announcement; null before", nullable = true) @Nullable
            AnnouncementPart announcement,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt) {}

    @Schema(
            name = "Round",
            requiredProperties = {
                "id",
                "etag",
                "state",
                "unitId",
                "unitCode",
                "unitName",
                "title",
                "legalBasis",
                "startsOn",
                "listOn",
                "examOn",
                "posts",
                "personnel",
                "announcement",
                "deadlines",
                "frozenOn",
                "endedOn",
                "decisions",
                "version",
                "changedAt",
                "_actions"
            },
            description = "A round of competitive selection")
    public record RoundView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "How far it has come today")
            RoundState state,

            @Schema(description = "Unit that holds it") UUID unitId,

            @Schema(description = "Code of the unit", maxLength = 40)
            String unitCode,

            @Schema(description = "Name of the unit", maxLength = 300)
            String unitName,

            @Schema(description = "Title", maxLength = 200) String title,

            @Schema(description = "Legal basis", maxLength = 500)
            String legalBasis,

            @Schema(description = "Day on which the process starts")
            LocalDate startsOn,

            @Schema(description = "Planned day of the list of candidates")
            LocalDate listOn,

            @Schema(description = "Planned day of the first round of the contest")
            LocalDate examOn,

            @Schema(description = "Posts in their order", maxItems = 50)
            List<PostView> posts,

            @Schema(description = "Officers who handle the applications", maxItems = 20)
            List<UUID> personnel,

            @Schema(description = "The announcement; null before", nullable = true) @Nullable
            AnnouncementPart announcement,

            @Schema(description = "Deadlines; null before the announcement", nullable = true) @Nullable
            DeadlinesView deadlines,

            @Schema(
                    description = "Day on which the findings about candidates were frozen; null before",
                    nullable = true)
            @Nullable
            LocalDate frozenOn,

            @Schema(description = "Day of a cancellation; null if there is none", nullable = true) @Nullable
            LocalDate endedOn,

            @Schema(description = "Decisions in their order", maxItems = 100)
            List<DecisionView> decisions,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt,

            @Schema(description = "What can be done now", maxItems = 10) @JsonProperty("_actions")
            List<ActionView> actions) {}
}
