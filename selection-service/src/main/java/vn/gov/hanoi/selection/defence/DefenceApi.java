package vn.gov.hanoi.selection.defence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;

/** Answers about defences and sheets. */
public final class DefenceApi {
    private DefenceApi() {}

    @Schema(
            name = "DefenceMember",
            requiredProperties = {"officerId", "state"},
            description = "A member who was present; shown to who leads the defence")
    record MemberView(
            @Schema(description = "The member") UUID officerId,

            @Schema(description = "How far the sheet has come")
            SheetState state) {}

    @Schema(
            name = "DefenceSheet",
            requiredProperties = {"id", "memberId", "marks", "total", "salt", "commitment"},
            description = "An opened sheet")
    record OpenedView(
            @Schema(description = "Id") UUID id,
            @Schema(description = "The member") UUID memberId,
            @Schema(description = "Points", maxItems = 30) List<MarkView> marks,
            @Schema(description = "Sum, two decimals") BigDecimal total,

            @Schema(description = "32 bytes, hexadecimal", maxLength = 64)
            String salt,

            @Schema(description = "SHA-256, hexadecimal", maxLength = 64)
            String commitment) {}

    @Schema(
            name = "DefenceMark",
            requiredProperties = {"criterion", "points"},
            description = "Points for a criterion")
    record MarkView(
            @Schema(description = "Code of the criterion", maxLength = 40)
            String criterion,

            @Schema(description = "Points, two decimals") BigDecimal points) {}

    @Schema(
            name = "DefenceScores",
            requiredProperties = {"sheets", "sum", "count", "mean", "range", "farthest", "flagged", "review", "missing"
            },
            description = "What the sheets came to; shown to members who may judge the candidate")
    record ScoresView(
            @Schema(description = "The sheets", maxItems = 50)
            List<OpenedView> sheets,

            @Schema(description = "Sum of all totals") BigDecimal sum,
            @Schema(description = "How many sheets") int count,

            @Schema(description = "Sum by count, two decimals, half up; passing and ranks go by the exact mean")
            BigDecimal mean,

            @Schema(description = "Highest minus lowest total")
            BigDecimal range,

            @Schema(description = "Greatest distance of a total from the median")
            BigDecimal farthest,

            @Schema(description = "Whether they lie so far apart that the lead has to review them")
            boolean flagged,

            @Schema(description = "What was found in the review; null before", nullable = true) @Nullable
            ReasonPart review,

            @Schema(description = "Why sheets are missing; null if none is", nullable = true) @Nullable
            ReasonPart missing) {}

    @Schema(
            name = "Defence",
            requiredProperties = {
                "id",
                "etag",
                "roundId",
                "vacancyId",
                "applicationId",
                "code",
                "place",
                "startsAt",
                "endsAt",
                "state",
                "heldOn",
                "version",
                "changedAt",
                "_actions"
            },
            description = "A defence")
    record DefenceView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The round") UUID roundId,
            @Schema(description = "The post") UUID vacancyId,
            @Schema(description = "The application") UUID applicationId,

            @Schema(description = "The candidate; null when the data were purged", nullable = true) @Nullable
            UUID officerId,

            @Schema(description = "Code that is told to the public", examples = "417203", maxLength = 10)
            String code,

            @Schema(description = "Place in the order, from 1")
            int place,

            @Schema(description = "Start, UTC") Instant startsAt,

            @Schema(description = "End if it takes all the time, UTC")
            Instant endsAt,

            @Schema(description = "How far it has come") DefenceState state,

            @Schema(description = "Day; null before", nullable = true) @Nullable
            LocalDate heldOn,

            @Schema(description = "Your sheet; null if you have none", nullable = true) @Nullable
            UUID sheetId,

            @Schema(description = "Who was present; null unless you lead it", maxItems = 50, nullable = true) @Nullable
            List<MemberView> members,

            @Schema(
                    description = "What the sheets came to; null before they are opened, and for the candidate",
                    nullable = true)
            @Nullable
            ScoresView scores,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt,

            @Schema(description = "What can be done, and what speaks against it", maxItems = 5)
            @JsonProperty("_actions")
            List<ActionView> actions) {}

    @Schema(
            name = "ScoreSheet",
            requiredProperties = {
                "id",
                "etag",
                "defenceId",
                "code",
                "state",
                "marks",
                "total",
                "commitment",
                "version",
                "_actions"
            },
            description = "Your sheet of a defence")
    record SheetView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The defence") UUID defenceId,

            @Schema(description = "Code of the candidate", maxLength = 10)
            String code,

            @Schema(description = "How far it has come") SheetState state,

            @Schema(description = "Points so far", maxItems = 30)
            List<MarkView> marks,

            @Schema(description = "Their sum, two decimals") BigDecimal total,

            @Schema(
                    description = "SHA-256 over salt and sheet, hexadecimal; null before it is sealed",
                    maxLength = 64,
                    nullable = true)
            @Nullable
            String commitment,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "What can be done, and what speaks against it", maxItems = 5)
            @JsonProperty("_actions")
            List<ActionView> actions) {}
}
